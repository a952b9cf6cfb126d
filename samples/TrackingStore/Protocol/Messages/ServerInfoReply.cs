namespace TrackingStore.Protocol.Messages;

/// <summary>What the server can do.</summary>
internal sealed record ServerInfoReply(bool WorkspacesEnabled, bool PresignedUploadsEnabled, bool PresignedDownloadsEnabled);
