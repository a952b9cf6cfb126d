using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Items are not read as a type that has items of its own in their table.</summary>
public sealed class ForeignTypeTests : IAsyncLifetime
{
    private const string Message =
        "No Run can be read as a Metric: the keys of a Metric are never keys of a Run. Read Metric items by their own keys, items of both "
        + "types with As(ItemKinds), or some attributes with a [DynamoMap] type.";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Run> Runs => db.Table<Run>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTablesAsync(TableDefinition.ForAll([TableModel.Of<Run>(), TableModel.Of<Metric>()]), Ct);
        await Runs.PutAsync(new Run { RunId = "1", ExperimentId = "e" }, Ct);
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void QueriesAndScans_ReadNoOtherType()
    {
        Refuses(() => Runs.Query(Run.Partition("1")).As<Metric>());
        Refuses(() => Runs.Query(Run.Index.ByExperiment("e")).As<Metric>());
        Refuses(() => Runs.Scan().As<Metric>());
    }

    [Fact]
    public async Task GetsAndUpdates_ReadNoOtherType()
    {
        Refuses(() => Runs.Get(Run.Key("1")).As<Metric>());
        await RefusesAsync(() => Runs.BatchGetAsync<Metric>([Run.Key("1")], Ct));
        await RefusesAsync(() => Runs.Update(Run.Key("1")).Set(r => r.ExperimentId, "f").ReturnUpdatedNew().ExecuteAsync<Metric>(Ct));
        Assert.Equal("e", (await Runs.GetAsync(Run.Key("1"), cancellationToken: Ct))!.ExperimentId);
    }

    [Fact]
    public async Task TypesWithTheItemsKeys_AreRead()
    {
        Assert.Equal("1", Assert.Single(await Runs.Scan().As<Run>().ToListAsync(Ct)).RunId);
        Assert.Single(await Runs.Query(Run.Index.ByExperiment("e")).As<RunSummary>().ToListAsync(Ct));
    }

    private static void Refuses(Func<object> read) => Assert.Equal(Message, Assert.Throws<InvalidOperationException>(read).Message);

    private static async Task RefusesAsync(Func<Task> read) =>
        Assert.Equal(Message, (await Assert.ThrowsAsync<InvalidOperationException>(read)).Message);
}
