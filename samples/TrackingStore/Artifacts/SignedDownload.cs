namespace TrackingStore.Artifacts;

/// <summary>An address from which anybody can download a file for some minutes, in pieces if they like.</summary>
/// <param name="Url">The address.</param>
/// <param name="Size">The bytes of the file.</param>
internal sealed record SignedDownload(string Url, long Size);
