using TrackingStore.Protocol.Messages;

namespace TrackingStore.Tests.Search;

/// <summary>Runs to search.</summary>
internal static class RunSamples
{
    /// <summary>A run with little in it.</summary>
    public static Run Run(string id = "a1", long start = 100, Metric[]? metrics = null, NamedValue[]? tags = null, NamedValue[]? parameters = null) => new()
    {
        Info = new RunInfo
        {
            RunId = id,
            RunName = "bold-owl-1",
            ExperimentId = "7",
            UserId = "ada",
            Status = "FINISHED",
            StartTime = start,
            EndTime = start + 50,
            ArtifactUri = $"mlflow-artifacts:/7/{id}/artifacts",
            LifecycleStage = "active",
        },
        Data = new RunData
        {
            Metrics = metrics ?? [new Metric("loss", 0.25, 1, 1), new Metric("bad", double.NaN, 1, 1), new Metric("a b", -3, 1, 1)],
            Params = parameters ?? [new NamedValue("lr", "0.01"), new NamedValue("opt.name", "Adam")],
            Tags = tags ?? [new NamedValue("team", "Blue"), new NamedValue("it's", "o'clock"), new NamedValue("a-b c", "100%")],
        },
        Inputs = new RunInputs
        {
            DatasetInputs =
            [
                new DatasetInput
                {
                    Dataset = new Dataset { Name = "iris", Digest = "d1", SourceType = "local", Source = "{}" },
                    Tags = [new NamedValue("mlflow.data.context", "train")],
                },
            ],
        },
    };
}
