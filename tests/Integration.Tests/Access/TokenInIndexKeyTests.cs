using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>An update changes the concurrency token by itself, and with it the keys of indexes that are built from the token.</summary>
public sealed class TokenInIndexKeyTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient db;

    public TokenInIndexKeyTests() => db = new DynamoClient(engine);

    public async ValueTask InitializeAsync() =>
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Deed>(), TableModel.Of<CountedDeed>()), Ct);

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task TokenThatIsAText_IsInTheKey()
    {
        var deeds = db.Table<Deed>();
        await deeds.CreateAsync(new Deed { Id = "1" }, Ct);
        await IsFoundAsync();
        await deeds.Update(Deed.Key("1")).Set(d => d.Pages, 2).ExecuteAsync(Ct);
        await IsFoundAsync();
        await db.TransactWriteAsync([deeds.Update(Deed.Key("1")).Add(d => d.Pages, 1)], Ct);
        await IsFoundAsync();

        async Task IsFoundAsync()
        {
            var deed = (await deeds.GetAsync(Deed.Key("1"), consistentRead: true, Ct))!;
            Assert.Contains($"\"STATE#{deed.State}\"", await engine.ItemTextAsync("deeds", Deed.Key("1"), Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TokenThatIsANumber_IsRefused()
    {
        var deeds = db.Table<CountedDeed>();
        await deeds.CreateAsync(new CountedDeed { Id = "1" }, Ct);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => deeds.Update(CountedDeed.Key("1")).Set(d => d.Pages, 2).ExecuteAsync(Ct));
        Assert.Contains("has the service increment 'state'", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await deeds.GetAsync(CountedDeed.Key("1"), consistentRead: true, Ct))!.Pages);
    }
}
