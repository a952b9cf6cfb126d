using TrackingStore.Model;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Store;

/// <summary>Items as messages.</summary>
internal static class Messages
{
    /// <summary>An experiment.</summary>
    public static Experiment ToMessage(ExperimentItem item, IReadOnlyList<NamedValue>? tags) => new()
    {
        ExperimentId = item.ExperimentId,
        Name = item.Name,
        ArtifactLocation = item.ArtifactLocation,
        LifecycleStage = NameOf(item.Lifecycle),
        CreationTime = item.CreationTime,
        LastUpdateTime = item.LastUpdateTime,
        Tags = tags?.OrAbsent(),
    };

    /// <summary>A run's attributes.</summary>
    public static RunInfo ToMessage(RunItem item) => new()
    {
        RunId = item.RunId,
        RunName = item.Name,
        ExperimentId = item.ExperimentId,
        UserId = item.UserId,
        Status = item.Status.ToString(),
        StartTime = item.StartTime,
        EndTime = item.EndTime,
        ArtifactUri = item.ArtifactUri,
        LifecycleStage = NameOf(item.Lifecycle),
    };

    /// <summary>A run with what was logged to it.</summary>
    public static Run ToMessage(RunItem item, IReadOnlyList<RunDataItem> data) => new()
    {
        Info = ToMessage(item),
        Data = new RunData
        {
            Metrics = Select(data, d => d.Rank is { } rank ? MetricRank.Decode(d.Name!, rank) : null),
            Params = Select(data, d => d.Param is { } value ? new NamedValue(d.Name!, value) : null),
            Tags = Select(data, d => d.Tag is { } value ? new NamedValue(d.Name!, value) : null),
        },
        Inputs = new RunInputs
        {
            DatasetInputs = Select(data, d => d.Dataset is null ? null : ToDatasetInput(d)),
            ModelInputs = Select(data, d => d.InputModel is { } id ? new ModelInput(id) : null),
        },
        Outputs = Select(data, d => d.OutputModel is { } id ? new ModelOutput(id, d.Step ?? 0) : null) is { } outputs
            ? new RunOutputs { ModelOutputs = outputs }
            : null,
    };

    private static DatasetInput ToDatasetInput(RunDataItem item) => new()
    {
        Dataset = new Dataset
        {
            Name = item.Dataset!,
            Digest = item.Digest!,
            SourceType = item.SourceType!,
            Source = item.Source!,
            Schema = item.Schema,
            Profile = item.Profile,
        },
        Tags = item.Tags is { Count: > 0 } tags ? [.. tags.Select(t => new NamedValue(t.Key, t.Value)).OrderBy(t => t.Key, StringComparer.Ordinal)] : null,
    };

    private static List<T>? Select<T>(IReadOnlyList<RunDataItem> data, Func<RunDataItem, T?> select) where T : class
    {
        var list = data.Select(select).OfType<T>().ToList();
        return list.Count == 0 ? null : list;
    }

    private static string NameOf(LifecycleStage stage) => stage == LifecycleStage.Active ? "active" : "deleted";
}
