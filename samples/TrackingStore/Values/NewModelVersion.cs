namespace TrackingStore.Values;

/// <summary>A version of a registered model that is to be created.</summary>
internal sealed record NewModelVersion(
    string ModelName,
    string Source,
    string? RunId,
    string RunLink,
    string Description,
    string? LoggedModelId,
    IReadOnlyList<NamedValue> Tags);
