using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Materializers;

/// <summary>Materializers that have read what they need when another one, or a writer, comes in between.</summary>
public sealed class OvertakingTests : PatternTests
{
    private int sequence;

    private DynamoTable<Job> Jobs => Db.Table<Job>();

    private OvertakingTransport Slow { get; set; } = null!;

    private DynamoTable<Job> SlowJobs { get; set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(
            TableDefinition.For(TableModel.Of<Job>(), TableModel.Of<JobLabel>(), TableModel.Of<JobRemark>()), Ct);
        Slow = new OvertakingTransport(Engine);

        // Its clock goes on, because it waits before it tries again.
        SlowJobs = new DynamoClient(Slow, new DynamoClientOptions()).Table<Job>();
        await Jobs.CreateAsync(new Job { Id = "1" }, Ct);
        await Jobs.MaterializeAsync(Job.Key("1"), Ct);
    }

    [Fact]
    public async Task Change_ThatItsSuccessorOvertakes_DoesNotOverwriteIt()
    {
        var first = await PutLabelAsync("x");
        Slow.BeforeUpdate = async () => await Jobs.Materializer(Job.Materialized.Labels).HandleAsync(await PutLabelAsync("y"), Ct);
        await SlowJobs.Materializer(Job.Materialized.Labels).HandleAsync(first, Ct);
        Assert.Equal("y", (await StoredAsync()).Labels!["a"]);
    }

    [Fact]
    public async Task Backfill_ThatAChangeOvertakes_DoesNotUndoIt()
    {
        await PutLabelAsync("x");
        Slow.BeforeUpdate = async () => await Jobs.Materializer(Job.Materialized.Labels).HandleAsync(await PutLabelAsync("y"), Ct);
        await SlowJobs.BackfillMaterializedAsync(cancellationToken: Ct);
        Assert.Equal("y", (await StoredAsync()).Labels!["a"]);
    }

    [Fact]
    public async Task Change_ThatABackfillOvertakes_DoesNotUndoIt()
    {
        // A put in between removes what the change would have compared, and the backfill puts new in its place.
        var first = await PutLabelAsync("x");
        Slow.BeforeUpdate = async () =>
        {
            await PutLabelAsync("y");
            await Jobs.PutAsync(new Job { Id = "1" }, Ct);
            await Jobs.BackfillMaterializedAsync(cancellationToken: Ct);
        };
        await SlowJobs.Materializer(Job.Materialized.Labels).HandleAsync(first, Ct);
        Assert.Equal("y", (await StoredAsync()).Labels!["a"]);
    }

    [Fact]
    public async Task Count_ThatAnotherOvertakes_IsTakenAgain()
    {
        var first = await PutRemarkAsync(1);
        Slow.BeforeUpdate = async () => await Jobs.Materializer(Job.Materialized.Remarks).HandleAsync(await PutRemarkAsync(2), Ct);
        await SlowJobs.Materializer(Job.Materialized.Remarks).HandleAsync(first, Ct);
        Assert.Equal(2, (await StoredAsync()).Remarks);
    }

    [Fact]
    public async Task Count_ThatIsRight_StillFailsOneThatWasTakenBefore()
    {
        await PutRemarkAsync(1);
        await Jobs.MaterializeAsync(Job.Key("1"), Ct);
        await Db.Table<JobRemark>().DeleteAsync(JobRemark.Key("1", 1), Ct);

        // The slow one counts none. Then there is one again, which is what the item says already.
        Slow.BeforeUpdate = async () => await Jobs.Materializer(Job.Materialized.Remarks).HandleAsync(await PutRemarkAsync(2), Ct);
        await SlowJobs.BackfillMaterializedAsync(cancellationToken: Ct);
        Assert.Equal(1, (await StoredAsync()).Remarks);
    }

    [Fact]
    public async Task Parent_ThatIsDeletedMeanwhile_IsNotMadeAgain()
    {
        var change = await PutLabelAsync("x");
        Slow.BeforeUpdate = () => Jobs.DeleteAsync(Job.Key("1"), Ct);
        await SlowJobs.Materializer(Job.Materialized.Labels).HandleAsync(change, Ct);
        Assert.Null(await Jobs.GetAsync(Job.Key("1"), cancellationToken: Ct));
    }

    /// <summary>Each of two copies fits beside what is there, and both together do not.</summary>
    [Fact]
    public async Task CopiesInTwoPlaces_WrittenAtTheSameTime_KeepToMaxBytes()
    {
        await Jobs.Materializer(Job.Materialized.Labels).HandleAsync(await PutLabelAsync(new string('x', 800), "a"), Ct);
        var second = await PutLabelAsync(new string('y', 800), "b");
        Slow.BeforeUpdate = async () =>
            await Jobs.Materializer(Job.Materialized.Labels).HandleAsync(await PutLabelAsync(new string('z', 800), "c"), Ct);
        await SlowJobs.Materializer(Job.Materialized.Labels).HandleAsync(second, Ct);
        Assert.Null((await StoredAsync()).Labels);
    }

    private async Task<Change<JobLabel>> PutLabelAsync(string value, string name = "a")
    {
        var label = new JobLabel { Id = "1", Name = name, Value = value };
        await Db.Table<JobLabel>().PutAsync(label, Ct);
        return Inserted(JobLabel.Key("1", name), label);
    }

    private async Task<Change<JobRemark>> PutRemarkAsync(int no)
    {
        var remark = new JobRemark { Id = "1", No = no };
        await Db.Table<JobRemark>().PutAsync(remark, Ct);
        return Inserted(JobRemark.Key("1", no), remark);
    }

    private Change<T> Inserted<T>(ItemKey<T> key, T item)
        where T : IItem<T> =>
        new()
        {
            Kind = ChangeKind.Insert,
            Key = key,
            New = item,
            SequenceNumber = SequenceNumber.Parse($"{++sequence}"),
            EventId = $"{sequence}",
        };

    private async Task<Job> StoredAsync() => (await Jobs.GetAsync(Job.Key("1"), consistentRead: true, Ct))!;
}
