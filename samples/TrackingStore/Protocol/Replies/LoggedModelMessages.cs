using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Logged models as messages.</summary>
internal static class LoggedModelMessages
{
    /// <summary>A logged model with everything that was logged to it.</summary>
    public static LoggedModelMessage ToMessage(this LoggedModel model) => new(
        new LoggedModelInfo
        {
            ModelId = model.Item.ModelId,
            ExperimentId = model.Item.ExperimentId,
            Name = model.Item.Name,
            CreationTimestampMs = model.Item.CreationTime,
            LastUpdatedTimestampMs = model.Item.LastUpdateTime,
            ArtifactUri = model.Item.ArtifactUri,
            Status = model.Item.Status.ToString(),
            ModelType = model.Item.ModelType,
            SourceRunId = model.Item.SourceRunId,
            Tags = model.Tags.Select(ToMessage).ListOrAbsent(),
        },
        new LoggedModelData(model.Params.Select(ToMessage).ListOrAbsent(), model.Metrics.Select(ToMessage).ListOrAbsent()));

    private static Metric ToMessage(LoggedModelMetricItem metric) => MetricRank.Decode(metric.Name, metric.Rank).ToMessage() with
    {
        DatasetName = metric.DatasetName,
        DatasetDigest = metric.DatasetDigest,
        ModelId = metric.ModelId,
        RunId = metric.RunId,
    };

    private static KeyValue ToMessage(NamedValue value) => new(value.Name, value.Value);
}
