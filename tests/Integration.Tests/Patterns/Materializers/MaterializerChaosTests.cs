using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Streams;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Materializers;

/// <summary>
/// The whole way, through a stream: random changes of parents and children while three workers are killed and restarted, shards split and
/// roll, iterators expire, records come twice, requests fail, and a backfill runs now and then. In the end, all is equal to what is
/// computed from scratch, and the lag is zero. <c>DTK_FULL_MATERIALIZERS=1</c> tries 200 seeds.
/// </summary>
public sealed class MaterializerChaosTests : StormTests
{
    private const int Steps = 60;
    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_MATERIALIZERS") == "1" ? 200 : 10;

    private readonly List<Task> backfills = [];

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    private DynamoTable<Job> Jobs => Db.Table<Job>();

    private DynamoTable<JobLabel> Labels => Db.Table<JobLabel>();

    private DynamoTable<JobRemark> Remarks => Db.Table<JobRemark>();

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(
            TableDefinition.For(TableModel.Of<Job>(), TableModel.Of<JobLabel>(), TableModel.Of<JobRemark>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public async Task Materialized_EndsEqualToWhatIsComputedFromScratch(int seed)
    {
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = "jobs", Rate = 0.05 }))
        {
            await StormAsync(seed, Steps, async chance =>
            {
                await ChangeAsync(chance);
                if (chance.Next(14) == 0)
                    backfills.Add(BackfillAsync());
            });
        }

        await UntilAsync(() => Workers.All(static worker => worker.Consumer.Status is { Lag.Ticks: 0, PendingRecords: 0 })
            && Workers.Sum(static worker => worker.Consumer.Status.Shards) >= Shards.OpenShards);
        await ReplayUntilEqualAsync(
            seed, async () => await IsRightAsync() ? null : "What is materialized is not what is computed from scratch.");
        await ReplayAllAsync();
        Assert.Equal(0, (await Jobs.BackfillMaterializedAsync(cancellationToken: Ct)).Changed);
        await StopAllAsync();
        await UntilAsync(() => backfills.TrueForAll(static one => one.IsCompleted));
        await Task.WhenAll(backfills);
    }

    private async Task ChangeAsync(Random chance)
    {
        for (var i = chance.Next(6); i > 0; i--)
        {
            var id = $"{chance.Next(4)}";
            var isDeleted = chance.Next(3) == 0;
            switch (chance.Next(8))
            {
                case 0 when isDeleted:
                    await InsistAsync(() => Jobs.DeleteAsync(Job.Key(id), Ct));
                    break;
                case 0 or 1:
                    await InsistAsync(() => Jobs.PutAsync(new Job { Id = id, Title = $"{i}" }, Ct));
                    break;
                case 2 or 3 when isDeleted:
                    await InsistAsync(() => Remarks.DeleteAsync(JobRemark.Key(id, chance.Next(4)), Ct));
                    break;
                case 2 or 3:
                    var remark = new JobRemark { Id = id, No = chance.Next(4), Text = $"{chance.Next()}" };
                    await InsistAsync(() => Remarks.PutAsync(remark, Ct));
                    break;
                case var _ when isDeleted:
                    await InsistAsync(() => Labels.DeleteAsync(JobLabel.Key(id, $"l{chance.Next(4)}"), Ct));
                    break;
                default:
                    var label = new JobLabel { Id = id, Name = $"l{chance.Next(4)}", Value = $"{chance.Next()}" };
                    await InsistAsync(() => Labels.PutAsync(label, Ct));
                    break;
            }
        }
    }

    private protected override StreamConsumer ConsumerOver(DynamoClient client, StreamConsumerOptions options) =>
        StreamConsumer.For<Job>(client, options).AddMaterializers<Job>();

    /// <summary>A backfill, which a fault that is injected may end.</summary>
    private async Task BackfillAsync()
    {
        try
        {
            await Jobs.BackfillMaterializedAsync(cancellationToken: Ct);
        }
        catch (InternalServerErrorException)
        {
            // By chance.
        }
    }

    /// <summary>Writes again until the fault that is injected does not hit.</summary>
    private static async Task InsistAsync(Func<Task> write)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (InternalServerErrorException)
            {
                // By chance.
            }
        }
    }

    private async Task<bool> IsRightAsync()
    {
        var jobs = await Jobs.Scan().ConsistentRead().ToListAsync(Ct);
        var labels = (await Labels.Scan().ConsistentRead().ToListAsync(Ct)).ToLookup(label => label.Id);
        var remarks = (await Remarks.Scan().ConsistentRead().ToListAsync(Ct)).ToLookup(remark => remark.Id);
        return jobs.TrueForAll(job =>
            job.Remarks == remarks[job.Id].Count()
            && job.Labels is { } copies
            && copies.Count == labels[job.Id].Count()
            && labels[job.Id].All(label => copies.GetValueOrDefault(label.Name) == label.Value));
    }
}
