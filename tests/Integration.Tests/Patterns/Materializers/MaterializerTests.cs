using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Materializers;

/// <summary>What materializers make of single changes, and the backfill.</summary>
public sealed class MaterializerTests : PatternTests
{
    private int sequence;

    private DynamoTable<Job> Jobs => Db.Table<Job>();

    private DynamoTable<JobLabel> Labels => Db.Table<JobLabel>();

    private DynamoTable<JobRemark> Remarks => Db.Table<JobRemark>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(
            TableDefinition.For(TableModel.Of<Job>(), TableModel.Of<JobLabel>(), TableModel.Of<JobRemark>()), Ct);
    }

    [Fact]
    public async Task Changes_OfChildren_ReachTheirParent()
    {
        await CreateJobAsync("1");
        await SetLabelAsync("1", "a", "x");
        await SetLabelAsync("1", "b.c#d", "ä");
        Assert.Equal(new() { ["a"] = "x", ["b.c#d"] = "ä" }, (await StoredJobAsync("1")).Labels);

        await SetLabelAsync("1", "a", "y");
        await DeleteLabelAsync("1", "b.c#d");
        await SetLabelAsync("1", "without", null);
        await AddRemarkAsync("1", 1);
        await AddRemarkAsync("1", 2);
        var job = await StoredJobAsync("1");
        Assert.Equal(new() { ["a"] = "y" }, job.Labels);
        Assert.Equal(2, job.Remarks);

        await SetLabelAsync("1", "a", null);
        Assert.Empty((await StoredJobAsync("1")).Labels!);
    }

    [Fact]
    public async Task Parent_WithoutChildren_HasAnEmptyMapAndZero()
    {
        await CreateJobAsync("1");
        var job = await StoredJobAsync("1");
        Assert.Empty(job.Labels!);
        Assert.Equal(0, job.Remarks);
    }

    [Fact]
    public async Task Names_ThatArePrivate_AreNotCopied()
    {
        Assert.False(Job.Materialized.Labels.Includes("private.x"));
        Assert.True(Job.Materialized.Labels.Includes("x.private."));
        await CreateJobAsync("1");
        await SetLabelAsync("1", "private.x", "x");
        Assert.Empty((await StoredJobAsync("1")).Labels!);
        await Jobs.MaterializeAsync(Job.Key("1"), Ct);
        Assert.Empty((await StoredJobAsync("1")).Labels!);
    }

    [Fact]
    public async Task Children_BeforeTheirParent_AreCopiedWhenItIsCreated()
    {
        await SetLabelAsync("1", "a", "x");
        await AddRemarkAsync("1", 1);
        Assert.Null(await Jobs.GetAsync(Job.Key("1"), cancellationToken: Ct));
        await CreateJobAsync("1");
        var job = await StoredJobAsync("1");
        Assert.Equal(new() { ["a"] = "x" }, job.Labels);
        Assert.Equal(1, job.Remarks);
    }

    [Fact]
    public async Task Parent_ThatIsReplaced_IsComputedAnew()
    {
        await CreateJobAsync("1");
        await SetLabelAsync("1", "a", "x");
        var old = await StoredJobAsync("1");
        await SetLabelAsync("1", "a", "y");
        var replacing = old with { Title = "b" };
        await Jobs.PutAsync(replacing, Ct);
        await Jobs.Materializer().HandleAsync(ChangeOf(Job.Key("1"), old, replacing), Ct);
        Assert.Equal(new() { ["a"] = "y" }, (await StoredJobAsync("1")).Labels);
    }

    [Fact]
    public async Task Change_ThatComesAgainLate_DoesNotBringAnOldValueBack()
    {
        await CreateJobAsync("1");
        var first = await SetLabelAsync("1", "a", "x");
        await SetLabelAsync("1", "a", "y");
        await HandleAsync(first);
        Assert.Equal(new() { ["a"] = "y" }, (await StoredJobAsync("1")).Labels);
        await DeleteLabelAsync("1", "a");
        await HandleAsync(first);
        Assert.Empty((await StoredJobAsync("1")).Labels!);
    }

    [Fact]
    public async Task Change_ThatComesAgain_WritesNothing()
    {
        await CreateJobAsync("1");
        var change = await SetLabelAsync("1", "a", "x");
        var before = await RawJobAsync();
        await HandleAsync(change);
        Assert.Equal(before, await RawJobAsync());
    }

    [Fact]
    public async Task Stream_ThatWasEnabledAnew_IsHeard()
    {
        await CreateJobAsync("1");
        sequence = 1000;
        await SetLabelAsync("1", "a", "x");
        sequence = 0;
        await SetLabelAsync("1", "a", "y");
        Assert.Equal(new() { ["a"] = "y" }, (await StoredJobAsync("1")).Labels);
    }

    [Fact]
    public async Task Copies_ThatAreTooLarge_AreLeftOut_AndComeBack()
    {
        await CreateJobAsync("1");
        for (var i = 0; i < 4; i++)
            await SetLabelAsync("1", $"{i}", new string('x', 600));
        Assert.Null((await StoredJobAsync("1")).Labels);
        await DeleteLabelAsync("1", "0");
        Assert.Equal(["1", "2", "3"], (await StoredJobAsync("1")).Labels!.Keys.Order(StringComparer.Ordinal));
        await SetLabelAsync("1", "1", "short");
        Assert.Equal("short", (await StoredJobAsync("1")).Labels!["1"]);
    }

    [Fact]
    public async Task Positions_OfDeletedChildren_AreForgottenAfterAWhile()
    {
        await CreateJobAsync("1");
        await SetLabelAsync("1", "a", "x");
        await DeleteLabelAsync("1", "a");
        Assert.Contains("\"a\":{\"S\":\"00000", await RawJobAsync(), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromDays(8));
        await SetLabelAsync("1", "b", "x");
        Assert.DoesNotContain("\"a\":{\"S\":\"00000", await RawJobAsync(), StringComparison.Ordinal);
        Assert.Equal(new() { ["b"] = "x" }, (await StoredJobAsync("1")).Labels);
    }

    [Fact]
    public async Task Update_CanNeitherSetTheMemberNorItsSource()
    {
        await CreateJobAsync("1");
        foreach (var name in new[] { "labels", "labels~source", "remarks" })
        {
            var path = new Attribute<string, Wire.StringConverter>(name);
            Assert.Contains("only a materializer writes it", Assert.Throws<ArgumentException>(
                () => Jobs.Update(Job.Key("1")).Set(_ => path, "x")).Message, StringComparison.Ordinal);
        }

        await Jobs.Update(Job.Key("1")).Set(job => job.Title, "t").If(job => job.Remarks.Exists()).ExecuteAsync(Ct);
    }

    [Fact]
    public async Task Backfill_BringsWhatIsMissing_AndTakesWhatIsTooMuch()
    {
        for (var i = 0; i < 25; i++)
        {
            await Jobs.PutAsync(new Job { Id = $"{i:d2}", Labels = i % 2 == 0 ? null : new() { ["gone"] = "x" } }, Ct);
            await Labels.PutAsync(new JobLabel { Id = $"{i:d2}", Name = "a", Value = $"{i}" }, Ct);
        }

        var (calls, scanned, changed) = (0, 0L, 0L);
        string? next = null;
        do
        {
            var result = await Jobs.BackfillMaterializedAsync(
                new SweepOptions { From = next, PageSize = 4, MaxCapacityUnits = 10 }, Ct);
            (next, calls, scanned, changed) = (result.Next, calls + 1, scanned + result.Scanned, changed + result.Changed);
            Assert.True(result.CapacityUnits > 0);
        }
        while (next is not null);

        Assert.InRange(calls, 2, 40);
        Assert.Equal((25, 50), (scanned, changed));
        Assert.Equal("17", (await StoredJobAsync("17")).Labels!["a"]);
        Assert.False((await StoredJobAsync("17")).Labels!.ContainsKey("gone"));
        Assert.Equal(0, (await StoredJobAsync("17")).Remarks);

        var again = await Jobs.BackfillMaterializedAsync(cancellationToken: Ct);
        Assert.Equal((25, 0), (again.Scanned, again.Changed));
    }

    [Fact]
    public async Task Backfill_CorrectsWhatLostRecordsLeft()
    {
        await CreateJobAsync("1");
        await SetLabelAsync("1", "a", "x");
        await SetLabelAsync("1", "b", "x");
        await Labels.PutAsync(new JobLabel { Id = "1", Name = "a", Value = "y" }, Ct);
        await Labels.DeleteAsync(JobLabel.Key("1", "b"), Ct);
        await Remarks.PutAsync(new JobRemark { Id = "1", No = 1 }, Ct);
        var result = await Jobs.BackfillMaterializedAsync(cancellationToken: Ct);
        Assert.Equal(2, result.Changed);
        var job = await StoredJobAsync("1");
        Assert.Equal(new() { ["a"] = "y" }, job.Labels);
        Assert.Equal(1, job.Remarks);
    }

    private async Task CreateJobAsync(string id)
    {
        var job = new Job { Id = id };
        await Jobs.CreateAsync(job, Ct);
        await Jobs.Materializer().HandleAsync(ChangeOf(Job.Key(id), null, job), Ct);
    }

    private async Task<Change<JobLabel>> SetLabelAsync(string id, string name, string? value)
    {
        var key = JobLabel.Key(id, name);
        var old = await Labels.GetAsync(key, cancellationToken: Ct);
        var label = new JobLabel { Id = id, Name = name, Value = value };
        await Labels.PutAsync(label, Ct);
        var change = ChangeOf(key, old, label);
        await HandleAsync(change);
        return change;
    }

    private async Task DeleteLabelAsync(string id, string name)
    {
        var key = JobLabel.Key(id, name);
        var old = await Labels.GetAsync(key, cancellationToken: Ct);
        await Labels.DeleteAsync(key, Ct);
        await HandleAsync(ChangeOf(key, old, null));
    }

    private async Task AddRemarkAsync(string id, int no)
    {
        var remark = new JobRemark { Id = id, No = no };
        await Remarks.PutAsync(remark, Ct);
        await Jobs.Materializer(Job.Materialized.Remarks).HandleAsync(ChangeOf(JobRemark.Key(id, no), null, remark), Ct);
    }

    private Task HandleAsync(Change<JobLabel> change) => Jobs.Materializer(Job.Materialized.Labels).HandleAsync(change, Ct);

    private Change<T> ChangeOf<T>(ItemKey<T> key, T? old, T? changed)
        where T : class, IItem<T>
    {
        sequence++;
        return new Change<T>
        {
            Kind = old is null ? ChangeKind.Insert : changed is null ? ChangeKind.Remove : ChangeKind.Modify,
            Key = key,
            Old = old,
            New = changed,
            SequenceNumber = SequenceNumber.Parse($"{sequence}"),
            EventId = Guid.NewGuid().ToString(),
        };
    }

    private async Task<Job> StoredJobAsync(string id) => (await Jobs.GetAsync(Job.Key(id), consistentRead: true, Ct))!;

    private Task<string> RawJobAsync() => Engine.ItemTextAsync("jobs", Job.Key("1"), Ct);
}
