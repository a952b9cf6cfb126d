using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Runs as messages.</summary>
internal static class RunMessages
{
    /// <summary>A run with what was logged to it.</summary>
    public static Run ToMessage(this LoggedRun run) => new()
    {
        Info = run.Run.ToMessage(),
        Data = new RunData
        {
            Metrics = run.Metrics.Select(MetricMessages.ToMessage).ListOrAbsent(),
            Params = run.Params.Select(ToMessage).ListOrAbsent(),
            Tags = run.Tags.Select(ToMessage).ListOrAbsent(),
        },
        Inputs = new RunInputs
        {
            DatasetInputs = run.Datasets.Select(ToDatasetInput).ListOrAbsent(),
            ModelInputs = run.InputModels.Select(id => new ModelInput(id)).ListOrAbsent(),
        },
        Outputs = run.OutputModels.Select(model => new ModelOutput(model.ModelId, model.Step)).ListOrAbsent() is { } outputs
            ? new RunOutputs { ModelOutputs = outputs }
            : null,
    };

    /// <summary>A run's attributes.</summary>
    public static RunInfo ToMessage(this RunItem run) => new()
    {
        RunId = run.RunId,
        RunName = run.Name,
        ExperimentId = run.ExperimentId,
        UserId = run.UserId,
        Status = run.Status.ToString(),
        StartTime = run.StartTime,
        EndTime = run.EndTime,
        ArtifactUri = run.ArtifactUri,
        LifecycleStage = run.Lifecycle.ToMessage(),
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
        Tags = (item.Tags ?? []).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new KeyValue(t.Key, t.Value)).ListOrAbsent(),
    };

    private static KeyValue ToMessage(NamedValue value) => new(value.Name, value.Value);
}
