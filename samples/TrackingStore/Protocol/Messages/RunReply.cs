namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one run.</summary>
internal sealed record RunReply(Run Run);
