namespace TrackingStore.Protocol.Messages;

/// <summary>Where to put a part of an upload. No headers are needed, so there are none.</summary>
internal sealed record UploadCredential(string Url, int PartNumber);
