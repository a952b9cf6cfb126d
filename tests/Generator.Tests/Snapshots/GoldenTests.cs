using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Snapshots;

/// <summary>Whole files, to read: what the generator writes for types as people write them.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Run_WithTemplatesAndIndex_IsWrittenOutInFull()
    {
        var run = GeneratorRunner.Run("""
            using System.Collections.Generic;
            using DynamoToolkit;

            namespace TrackingStore.Model;

            public enum RunStatus { Running, Finished, Failed }

            [DynamoTable("tracking")]
            [PartitionKey("RUN#{RunId}"), SortKey("META")]
            [GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}")]
            public sealed partial class Run
            {
                public required string RunId { get; init; }
                public required string ExperimentId { get; init; }
                public long StartTime { get; init; }
                public RunStatus Status { get; set; }
                public string? Name { get; set; }
                public List<string> Labels { get; set; } = [];
            }
            """);

        Snapshot.Verify(run);
    }
}
