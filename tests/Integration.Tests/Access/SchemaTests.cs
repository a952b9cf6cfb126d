using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

public sealed class SchemaTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly TableDefinition Tracking = TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    public void Dispose() => db.Dispose();

    [Fact]
    public async Task Table_EnsuredTwice_IsCreatedOnce()
    {
        await db.EnsureTableAsync(Tracking, Ct);
        await db.Table<Run>().PutAsync(new Run { RunId = "1", ExperimentId = "7" }, Ct);
        await db.EnsureTableAsync(Tracking, Ct);
        Assert.NotNull(await db.Table<Run>().GetAsync(Run.Key("1"), cancellationToken: Ct));
        Assert.Equal(["tracking"], await ListAsync());
    }

    [Fact]
    public async Task Table_EnsuredByManyAtOnce_IsCreatedOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => db.EnsureTableAsync(Tracking, Ct))));
        Assert.Equal(["tracking"], await ListAsync());
    }

    [Fact]
    public async Task Index_DeclaredLater_IsAddedAndFilled()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Metric>()), Ct);
        await db.Table<Run>().PutAsync(new Run { RunId = "1", ExperimentId = "7" }, Ct);
        await db.EnsureTableAsync(Tracking, Ct);
        Assert.Single(await db.Table<Run>().Query(Run.Index.ByExperiment("7")).ToListAsync(Ct));
    }

    [Fact]
    public async Task Table_WithOtherKeys_IsRefused()
    {
        await db.EnsureTableAsync(Tracking, Ct);
        var model = new TableModel("tracking", typeof(Run)) { Partition = new KeyModel("id", KeyType.Number) };
        await Assert.ThrowsAsync<SchemaMismatchException>(() => db.EnsureTableAsync(TableDefinition.For(model), Ct));
    }

    [Fact]
    public async Task Table_Deleted_IsGone()
    {
        await db.EnsureTableAsync(Tracking, Ct);
        Assert.True(await db.DeleteTableAsync(Tracking, Ct));
        Assert.False(await db.DeleteTableAsync(Tracking, Ct));
        Assert.Empty(await ListAsync());
    }

    private async Task<List<string>> ListAsync()
    {
        List<string> names = [];
        await foreach (var name in db.ListTablesAsync(Ct))
            names.Add(name);
        return names;
    }
}
