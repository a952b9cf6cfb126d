using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>
/// Calls that the library makes a transaction of do not fail because another transaction is in the way, although the client's own retries
/// are off.
/// </summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient db;

    public ConflictTests() => db = new DynamoClient(engine);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()), Ct);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<User>()), Ct);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<WebPage>()), Ct);
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SaveOfAVersion_GoesAgain()
    {
        var formulas = db.Table<Formula>();
        Interfere();
        var first = await formulas.SaveVersionAsync(new Formula { Name = "a", Text = "1" }, by: "ann", Ct);
        Interfere();
        await formulas.UpdateVersionAsync(Formula.History("a"), f => f with { Text = "2" }, by: "ann", cancellationToken: Ct);
        Interfere();
        await formulas.DeleteHistoryAsync(Formula.History("a"), Ct);

        Assert.Equal(1, first.Version);
        Assert.Null(await formulas.GetLatestAsync(Formula.History("a"), true, Ct));
        Assert.Equal(6, engine.Faults.Struck);
    }

    [Fact]
    public async Task WriteOfAUniqueValue_GoesAgain()
    {
        var users = db.Table<User>();
        Interfere();
        await users.CreateAsync(new User { Id = "1", Email = "a@example.org" }, Ct);
        Interfere();
        await users.ChangeAsync(User.Key("1"), user => user with { Email = "b@example.org" }, Ct);
        Interfere();
        await users.RemoveAsync(User.Key("1"), Ct);

        Assert.Null(await users.GetByUniqueAsync(User.Unique.Email("b@example.org"), Ct));
        Assert.Equal(6, engine.Faults.Struck);
    }

    [Fact]
    public async Task AddToACounter_GoesAgain_AndCountsOnce()
    {
        var views = db.Table<WebPage>().Counter(WebPage.Key("a"), WebPage.Counters.Views);
        Interfere();
        await views.AddOnceAsync(5, "event-1", Ct);
        Assert.Equal(5, await views.GetAsync(consistentRead: true, Ct));
        Assert.Equal(2, engine.Faults.Struck);
    }

    /// <summary>The next transaction meets two others.</summary>
    private void Interfere() => engine.Faults.Inject(
        new LocalFault(FaultKind.TransactionConflict) { Operations = ["TransactWriteItems"], Count = 2 });
}
