using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Materializers;

/// <summary>
/// Random changes of parents and children, while workers deliver them twice, late and out of order, workers that lost their shard go on
/// for a while, and a backfill runs: in the end, what is materialized equals what is computed from scratch.
/// <c>DTK_FULL_MATERIALIZERS=1</c> tries 200 seeds.
/// </summary>
public sealed class MaterializerRaceTests
{
    private const int Writers = 3;
    private const int Writes = 40;

    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_MATERIALIZERS") == "1" ? 200 : 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyHistory_EndsEqualToWhatIsComputedFromScratch()
    {
        for (var seed = 0; seed < Seeds; seed++)
            await RunAsync(seed);
    }

    private static async Task RunAsync(int seed)
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(new DelayingTransport(engine, seed), new DynamoClientOptions());
        await db.EnsureTableAsync(
            TableDefinition.For(TableModel.Of<Job>(), TableModel.Of<JobLabel>(), TableModel.Of<JobRemark>()), Ct);
        var stream = new RecordedStream();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(i => Task.Run(() => WriteAsync(db, stream, new Random(seed * 100 + i)), Ct))
            .ToList());
        var workers = new UnreliableWorkers(stream, writing, seed, Ct);
        var backfill = Task.Run(
            async () =>
            {
                while (!writing.IsCompleted)
                    await db.Table<Job>().BackfillMaterializedAsync(new SweepOptions { PageSize = 2 }, Ct);
            },
            Ct);
        await Task.WhenAll(writing, workers.RunAsync(), backfill);
        await CheckAsync(db, seed);

        // One more late worker, after everything.
        await workers.BeLateAsync();
        await CheckAsync(db, seed);
    }

    private static async Task WriteAsync(DynamoClient db, RecordedStream stream, Random random)
    {
        var (jobs, labels, remarks) = (db.Table<Job>(), db.Table<JobLabel>(), db.Table<JobRemark>());
        for (var i = 0; i < Writes; i++)
        {
            var id = $"{random.Next(3)}";
            var isDeleted = random.Next(3) == 0;
            switch (random.Next(8))
            {
                case 0 or 1:
                    // A program may put what it read before, whatever has become of it.
                    var read = random.Next(2) == 0 ? await jobs.GetAsync(Job.Key(id), cancellationToken: Ct) : null;
                    await stream.WriteAsync(
                        jobs,
                        Job.Key(id),
                        isDeleted ? null : (read ?? new Job { Id = id }) with { Title = $"{i}" },
                        [jobs.Materializer()],
                        Ct);
                    break;
                case 2 or 3:
                    var no = random.Next(4);
                    await stream.WriteAsync(
                        remarks,
                        JobRemark.Key(id, no),
                        isDeleted ? null : new JobRemark { Id = id, No = no, Text = $"{i}" },
                        [jobs.Materializer(Job.Materialized.Remarks)],
                        Ct);
                    break;
                default:
                    var name = random.Next(6) == 0 ? "private.x" : $"l{random.Next(4)}";
                    var value = random.Next(8) switch { 0 => null, 1 => new string('x', 900), _ => $"{random.Next(3)}" };
                    await stream.WriteAsync(
                        labels,
                        JobLabel.Key(id, name),
                        isDeleted ? null : new JobLabel { Id = id, Name = name, Value = value, Weight = i },
                        [jobs.Materializer(Job.Materialized.Labels)],
                        Ct);
                    break;
            }
        }
    }

    private static async Task CheckAsync(DynamoClient db, int seed)
    {
        foreach (var job in await db.Table<Job>().Scan().ConsistentRead().ToListAsync(Ct))
        {
            var labels = await db.Table<JobLabel>().Query(JobLabel.Partition(job.Id)).ConsistentRead().ToListAsync(Ct);
            var copies = labels.Where(label => label.Value is not null && label.Name != "private.x")
                .ToDictionary(label => label.Name, label => label.Value!);
            var isTooMuch = copies.Sum(one => one.Key.Length + one.Value.Length) > Job.Materialized.Labels.MaxBytes;
            var isRight = isTooMuch
                ? job.Labels is null
                : job.Labels is { } found && found.Count == copies.Count && !found.Except(copies).Any();
            Assert.True(isRight, $"labels of {job.Id} with seed {seed}");
            var remarks = await db.Table<JobRemark>().Query(JobRemark.Partition(job.Id)).ConsistentRead().ToListAsync(Ct);
            Assert.True(remarks.Count == job.Remarks, $"remarks of {job.Id} with seed {seed}: {job.Remarks}, not {remarks.Count}");
        }
    }
}
