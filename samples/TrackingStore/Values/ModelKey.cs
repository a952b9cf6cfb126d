namespace TrackingStore.Values;

/// <summary>A registered model as a request names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CheckedId">
/// The id of the model for which the caller's permission was checked; null if the caller needs none. The request concerns the model with
/// this id or none: after a renaming, another model can have the name.
/// </param>
internal readonly record struct ModelKey(string Name, string? CheckedId = null);
