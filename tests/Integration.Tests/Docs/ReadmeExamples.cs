using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs
{
    using DynamoToolkit.Integration.Tests.Docs.Readme;

    /// <summary>The examples of the README's first screen, which a test compares with the page; and that they run.</summary>
    public sealed class ReadmeExamples(InProcess fixture) : IClassFixture<InProcess>
    {
        [Fact]
        public async Task FirstScreen_Runs()
        {
            var db = fixture.Database.Client;
            var ct = TestContext.Current.CancellationToken;
            await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()), ct);
            var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
            var run = new Run { RunId = "a1", ExperimentId = "7", StartTime = DateTimeOffset.UtcNow, Labels = ["first"] };
            var found = new List<string>();

            // example: use
            var runs = db.Table<Run>();
            await runs.Put(run).If(r => r.RunId.NotExists()).ExecuteAsync();
            await runs.Update(Run.Key("a1")).Set(r => r.Status, RunStatus.Finished).If(r => r.Status != RunStatus.Finished).ExecuteAsync();
            await foreach (var recent in runs.Query(Run.Index.ByExperiment("7"), Run.Index.ByExperimentSortKey.AtLeast(yesterday)).Descending())
                found.Add($"{recent.RunId} is {recent.Status}");
            // end

            Assert.Equal(["a1 is Finished"], found);
        }
    }
}

namespace DynamoToolkit.Integration.Tests.Docs.Readme
{
    public enum RunStatus
    {
        Running,
        Finished,
    }

    // example: model
    [DynamoTable("readme")]
    [PartitionKey("RUN#{RunId}"), SortKey("META")]
    [GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}")]
    public sealed partial class Run
    {
        public required string RunId { get; init; }
        public required string ExperimentId { get; init; }
        public DateTimeOffset StartTime { get; init; }
        public RunStatus Status { get; set; }
        public HashSet<string> Labels { get; set; } = [];       // a String Set
        [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }
    }
    // end
}
