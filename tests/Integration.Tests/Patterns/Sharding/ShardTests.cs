using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>A client of an engine of its own, with the tables of the sharded types.</summary>
public abstract class ShardTests : IAsyncLifetime
{
    private protected ShardTests()
    {
        Engine = LocalDynamo.InMemory();
        Db = new DynamoClient(Engine);
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected LocalDynamo Engine { get; }

    protected DynamoClient Db { get; }

    protected DynamoTable<Hit> Hits => Db.Table<Hit>();

    protected DynamoTable<Message> Messages => Db.Table<Message>();

    public virtual async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Hit>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Message>()), Ct);
    }

    public ValueTask DisposeAsync()
    {
        Db.Dispose();
        Engine.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
