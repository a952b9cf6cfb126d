namespace TrackingStore.Values;

/// <summary>A logged model that is to be created.</summary>
/// <param name="ExperimentId">The experiment.</param>
/// <param name="Name">Its name.</param>
/// <param name="ModelType">What kind of model it is; null if the client says nothing.</param>
/// <param name="SourceRunId">The run that makes it; null if none is known.</param>
/// <param name="Params">Its parameters, each name once.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record NewLoggedModel(
    string ExperimentId,
    string Name,
    string? ModelType,
    string? SourceRunId,
    IReadOnlyList<NamedValue> Params,
    IReadOnlyList<NamedValue> Tags);
