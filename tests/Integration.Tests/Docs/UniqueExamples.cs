using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/unique.md</c> run; a test compares them with the page.</summary>
public sealed class UniqueExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_AreCreatedChangedAndDeleted()
    {
        var users = Db.Table<User>();
        var message = "";

        // example: create
        var ada = new User { Id = "1", Tenant = "a", Email = "ada@example.org", Name = "Ada" };
        await users.CreateAsync(ada, ct);                       // one transaction: the item and two reservations
        try
        {
            await users.CreateAsync(new User { Id = "2", Email = "ada@example.org" }, ct);
        }
        catch (UniqueValueTakenException taken)
        {
            message = taken.Values[0].ToString();               // Email 'ada@example.org' is taken by the item 'USER#1', 'USER'.
        }
        // end
        Assert.Equal("Email 'ada@example.org' is taken by the item 'USER#1', 'USER'.", message);

        // example: change
        var renamed = ada with { Email = "countess@example.org" };
        await users.ChangeAsync(ada, renamed, ct);              // reserves the new value, releases the old one
        await users.ChangeAsync(renamed, renamed with { Logins = 1 }, ct);      // no unique value changes: a plain conditional put

        var changed = await users.ChangeAsync(User.Key("1"), user => user with { Email = "ada@example.com" }, ct);
        // end
        Assert.Equal(1, changed!.Logins);

        // example: find
        var found = await users.GetByUniqueAsync(User.Unique.Email("ada@example.com"), ct);
        var named = await users.GetByUniqueAsync(User.Unique.Name("a", "Ada"), ct);       // within the tenant a
        // end
        Assert.Equal((changed, changed), (found, named));

        // example: transaction
        var other = users.Put(new User { Id = "3", Email = "grace@example.org" }).IfNotExists();
        try
        {
            await Db.TransactWriteAsync([other, users.Change(changed, changed with { Logins = 2 })], ct);
        }
        catch (TransactWriteCanceledException canceled) when (canceled.FailureOf(other) is { TakenValue: { } value })
        {
            Console.WriteLine($"{value.Value} is taken by {value.OwnerPartitionKey}");
        }
        // end

        // example: delete
        await users.DeleteAsync(changed, ct);                   // releases its values; the stored ones must be the same
        await users.RemoveAsync(User.Key("3"), ct);             // reads the item first
        // end
        Assert.Empty(await users.Scan().ToListAsync(ct));
    }

    [Fact]
    public async Task Repair_Continues()
    {
        // The sweep waits, so it needs a clock that goes on.
        using var client = new DynamoClient(new Undisposed(Engine));
        var users = client.Table<User>();
        await users.CreateAsync(new User { Id = "1", Email = "a" }, ct);
        var text = "";
        string? stored = null;

        // example: repair
        do
        {
            var result = await users.RepairUniqueAsync(
                new SweepOptions { From = stored, MaxCapacityUnits = 10_000, CapacityUnitsPerSecond = 100 }, ct);
            foreach (var duplicate in result.Duplicates)
                text += $"{duplicate.PartitionKey} has {duplicate.Value}\n";
            stored = result.Next;                               // keep it, to continue after a restart
        }
        while (stored is not null);
        // end
        Assert.Equal("", text);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<User>()), ct);
    }
}
