namespace TrackingStore.Values;

/// <summary>A version of a registered model that is to be created.</summary>
/// <param name="Model">The model.</param>
/// <param name="Source">Where it is registered from, as the client says.</param>
/// <param name="Origin">The version of another model that the source names; null if it names none.</param>
/// <param name="RunId">The run that made it; null if none is known.</param>
/// <param name="RunLink">A link to the run.</param>
/// <param name="Description">Its description.</param>
/// <param name="LoggedModelId">The id of the logged model that it is registered from; null if none is known.</param>
/// <param name="Tags">Its tags, at most <see cref="Limits.NewVersionTags"/>.</param>
internal sealed record NewModelVersion(
    ModelKey Model,
    string Source,
    (ModelKey Model, long Version)? Origin,
    string? RunId,
    string RunLink,
    string Description,
    string? LoggedModelId,
    IReadOnlyList<NamedValue> Tags)
{
    /// <summary>Whether the source is a place of this server, which its creator had to be allowed to read.</summary>
    public bool IsSourceOwn { get; init; }
}
