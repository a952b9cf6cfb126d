using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Tests.Search;

/// <summary>Runs to search.</summary>
internal static class RunSamples
{
    /// <summary>A run with little in it.</summary>
    public static LoggedRun Run(
        string id = "a1", long start = 100, MetricPoint[]? metrics = null, NamedValue[]? tags = null, NamedValue[]? parameters = null)
    {
        var run = new RunItem
        {
            RunId = id,
            Name = "bold-owl-1",
            ExperimentId = "7",
            UserId = "ada",
            Status = RunStatus.FINISHED,
            StartTime = start,
            EndTime = start + 50,
            Recency = RunItem.RecencyOf(start),
            ArtifactUri = $"mlflow-artifacts:/7/{id}/artifacts",
            Lifecycle = LifecycleStage.Active,
        };
        metrics ??= [new("loss", 0.25, 1, 1), new("bad", double.NaN, 1, 1), new("a b", -3, 1, 1)];
        parameters ??= [new("lr", "0.01"), new("opt.name", "Adam")];
        tags ??= [new("team", "Blue"), new("it's", "o'clock"), new("a-b c", "100%")];
        return new LoggedRun(run,
        [
            new RunDataItem
            {
                RunId = id,
                Dataset = "iris",
                Digest = "d1",
                SourceType = "local",
                Source = "{}",
                Tags = new() { [DatasetUse.ContextTag] = "train" },
            },
            .. metrics.Select(metric => new RunDataItem { RunId = id, Name = metric.Name, Rank = MetricRank.Encode(metric) }),
            .. parameters.Select(parameter => new RunDataItem { RunId = id, Name = parameter.Name, Param = parameter.Value }),
            .. tags.Select(tag => new RunDataItem { RunId = id, Name = tag.Name, Tag = tag.Value }),
        ]);
    }
}
