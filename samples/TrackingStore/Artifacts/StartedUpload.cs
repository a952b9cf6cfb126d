namespace TrackingStore.Artifacts;

/// <summary>An upload in parts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Urls">Where to put each part, the first one first.</param>
internal sealed record StartedUpload(string Id, IReadOnlyList<string> Urls);
