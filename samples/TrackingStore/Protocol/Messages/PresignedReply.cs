namespace TrackingStore.Protocol.Messages;

/// <summary>Where to download a file.</summary>
/// <param name="Url">The address.</param>
/// <param name="Headers">The headers that a download needs.</param>
/// <param name="FileSize">The bytes of the file.</param>
internal sealed record PresignedReply(string Url, IReadOnlyDictionary<string, string> Headers, long FileSize);
