namespace TrackingStore.Protocol.Messages;

/// <summary>An upload in parts.</summary>
internal sealed record UploadReply(string UploadId, IReadOnlyList<UploadCredential> Credentials);
