using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>A client of an engine of its own, with a clock that stands still and the tables of the patterns.</summary>
public abstract class PatternTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 29, 8, 30, 0, 123, TimeSpan.Zero);

    private protected PatternTests()
    {
        Engine = LocalDynamo.InMemory();
        Db = new DynamoClient(Engine, new DynamoClientOptions { TimeProvider = Clock });
    }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected LocalDynamo Engine { get; }

    protected FakeTimeProvider Clock { get; } = new(Start);

    protected DynamoClient Db { get; }

    protected DynamoTable<Draft> Drafts => Db.Table<Draft>();

    protected DynamoTable<Note> Notes => Db.Table<Note>();

    public virtual async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Draft>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Note>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Pet>()), Ct);
    }

    public ValueTask DisposeAsync()
    {
        Db.Dispose();
        Engine.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<Draft> CreatedAsync(string id = "1")
    {
        var draft = new Draft { Id = id, Title = "a" };
        await Drafts.CreateAsync(draft, Ct);
        return draft;
    }

    protected async Task<Draft> StoredAsync(string id = "1") => (await Drafts.GetAsync(Draft.Key(id), consistentRead: true, Ct))!;
}
