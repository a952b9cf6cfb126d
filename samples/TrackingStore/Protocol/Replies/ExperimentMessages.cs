using TrackingStore.Model;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Protocol.Replies;

/// <summary>Experiments as messages.</summary>
internal static class ExperimentMessages
{
    /// <summary>An experiment with its tags.</summary>
    public static Experiment ToMessage(this TaggedExperiment experiment) => new()
    {
        ExperimentId = experiment.Experiment.ExperimentId,
        Name = experiment.Experiment.Name,
        ArtifactLocation = experiment.Experiment.ArtifactLocation,
        LifecycleStage = experiment.Experiment.Lifecycle.ToMessage(),
        CreationTime = experiment.Experiment.CreationTime.ToUnixTimeMilliseconds(),
        LastUpdateTime = experiment.Experiment.LastUpdateTime.ToUnixTimeMilliseconds(),
        Tags = experiment.Tags.Select(tag => new KeyValue(tag.Name, tag.Value)).ListOrAbsent(),
    };

    /// <summary>A data set as the runs of an experiment used it.</summary>
    public static DatasetSummary ToMessage(this DatasetSummaryItem item) =>
        new(item.ExperimentId, item.DatasetName, item.Digest, item.Context);

    /// <summary>The name of a stage.</summary>
    public static string ToMessage(this LifecycleStage stage) => stage == LifecycleStage.Active ? "active" : "deleted";
}
