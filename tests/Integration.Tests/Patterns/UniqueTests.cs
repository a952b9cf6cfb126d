using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Docs.Testing;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Unique values.</summary>
public sealed class UniqueTests : PatternTests
{
    private static User Ada => new() { Id = "1", Tenant = "a", Email = "ada@example.org", Name = "Ada" };

    private DynamoTable<User> Users => Db.Table<User>();

    private DynamoTable<Voucher> Vouchers => Db.Table<Voucher>();

    [Fact]
    public async Task Create_ReservesEachValue_WithItsOwner()
    {
        await Users.CreateAsync(Ada, Ct);
        Assert.Equal(
            [
                "UNIQUE#User.Email#ada@example.org UNIQUE USER#1 USER User.Email ada@example.org",
                "UNIQUE#User.Tenant+Name#a#Ada UNIQUE USER#1 USER User.Tenant+Name a / Ada",
            ],
            await ReservationsAsync());
    }

    [Fact]
    public async Task TakenValue_NamesTheMemberAndTheOwner_AndWritesNothing()
    {
        await Users.CreateAsync(Ada, Ct);
        var taken = await Assert.ThrowsAsync<UniqueValueTakenException>(
            () => Users.CreateAsync(new User { Id = "2", Tenant = "b", Email = "ada@example.org", Name = "Ada" }, Ct));
        var value = Assert.Single(taken.Values);
        Assert.Equal(("Email", "User.Email", "ada@example.org"), (Assert.Single(value.Members), value.Constraint, value.Value));
        Assert.Equal((KeyValue.Of("USER#1"), KeyValue.Of("USER")), (value.OwnerPartitionKey, value.OwnerSortKey));
        Assert.Contains("Email 'ada@example.org' is taken by the item 'USER#1', 'USER'", taken.Message, StringComparison.Ordinal);
        Assert.Null(await Users.GetAsync(User.Key("2"), true, Ct));
        Assert.Equal(2, (await ReservationsAsync()).Count);

        // An item that exists is another error.
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Users.CreateAsync(Ada, Ct));
    }

    /// <summary>A transaction that finds a value taken while the item is in conflict can't succeed by waiting.</summary>
    [Fact]
    public async Task TakenValueBesideAConflict_IsTheReason()
    {
        await Users.CreateAsync(Ada, Ct);
        var held = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = "UNIQUE#User.Email#ada@example.org" },
            ["sk"] = new() { S = "UNIQUE" },
            ["uniqueOwner"] = new() { S = "USER#1" },
            ["uniqueOwnerSort"] = new() { S = "USER" },
            ["uniqueName"] = new() { S = "User.Email" },
            ["uniqueValue"] = new() { S = "ada@example.org" },
        };
        var refused = new TransactionCanceledException("Refused.")
        {
            CancellationReasons =
            [
                new CancellationReason { Code = "TransactionConflict" },
                new CancellationReason { Code = "ConditionalCheckFailed", Item = held },
            ],
        };
        using var client = new DynamoClient(new FaultyTransport(new Undisposed(Engine)) { FailBefore = _ => refused });
        var put = client.Table<User>().Put(new User { Id = "2", Email = "ada@example.org" }).IfNotExists();
        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => client.TransactWriteAsync([put], Ct));
        Assert.Equal(2, error.Failures.Count);
        Assert.Equal(KeyValue.Of("USER#1"), error.FailureOf(put)!.TakenValue!.OwnerPartitionKey);
    }

    [Fact]
    public async Task NullsAndOtherScopes_AreFree()
    {
        await Users.CreateAsync(Ada, Ct);
        await Users.CreateAsync(new User { Id = "2", Tenant = "b", Name = "Ada" }, Ct);
        await Users.CreateAsync(new User { Id = "3", Tenant = "b" }, Ct);
        await Users.CreateAsync(new User { Id = "4", Tenant = "b" }, Ct);
        Assert.Equal(3, (await ReservationsAsync()).Count);
    }

    [Fact]
    public async Task Change_ReservesTheNewValue_AndReleasesTheOld()
    {
        await Users.CreateAsync(Ada, Ct);
        await Users.ChangeAsync(Ada, Ada with { Email = "countess@example.org" }, Ct);
        Assert.Equal("1", (await Users.GetByUniqueAsync(User.Unique.Email("countess@example.org"), Ct))!.Id);
        Assert.Null(await Users.GetByUniqueAsync(User.Unique.Email("ada@example.org"), Ct));
        await Users.CreateAsync(new User { Id = "2", Email = "ada@example.org" }, Ct);
        Assert.Equal("1", (await Users.GetByUniqueAsync(User.Unique.Name("a", "Ada"), Ct))!.Id);

        // To null and back.
        var changed = await Users.ChangeAsync(User.Key("1"), user => user with { Email = null }, Ct);
        Assert.Null(changed!.Email);
        Assert.Null(await Users.GetByUniqueAsync(User.Unique.Email("countess@example.org"), Ct));
        await Users.ChangeAsync(changed, changed with { Email = "countess@example.org" }, Ct);
        Assert.Equal(3, (await ReservationsAsync()).Count);
    }

    [Fact]
    public async Task Change_OfAnOutdatedItem_IsNotATakenValue()
    {
        await Users.CreateAsync(Ada, Ct);
        await Users.ChangeAsync(Ada, Ada with { Email = "b" }, Ct);
        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Users.ChangeAsync(Ada, Ada with { Email = "c" }, Ct));
        Assert.Contains("unique values", failed.Message, StringComparison.Ordinal);
        Assert.Equal("b", failed.Item["email"].S);

        // Not even if the change keeps the values: the item would have a value that nobody reserved.
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Users.ChangeAsync(Ada, Ada with { Logins = 1 }, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Users.ChangeAsync(Ada with { Id = "9" }, Ada with { Id = "9", Email = "d" }, Ct));
        Assert.Equal(2, (await ReservationsAsync()).Count);
        Assert.Null(await Users.ChangeAsync(User.Key("9"), user => user, Ct));
    }

    [Fact]
    public async Task Delete_ReleasesTheValues()
    {
        await Users.CreateAsync(Ada, Ct);
        await Users.DeleteAsync(Ada, Ct);
        Assert.Empty(await ReservationsAsync());
        await Users.DeleteAsync(Ada, Ct);

        await Users.CreateAsync(Ada, Ct);
        await Users.ChangeAsync(Ada, Ada with { Email = "b" }, Ct);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Users.DeleteAsync(Ada, Ct));
        Assert.Equal("b", (await Users.RemoveAsync(User.Key("1"), Ct))!.Email);
        Assert.Null(await Users.RemoveAsync(User.Key("1"), Ct));
        Assert.Empty(await ReservationsAsync());
    }

    [Fact]
    public async Task WritesThatDoNotKnowTheValues_FailBeforeTheyAreSent()
    {
        await Users.CreateAsync(Ada, Ct);
#pragma warning disable DTK0093
        await Assert.ThrowsAsync<InvalidOperationException>(() => Users.PutAsync(Ada, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Users.Put(Ada).IfExists().ExecuteAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Users.DeleteAsync(User.Key("1"), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactWriteAsync([Users.Delete(User.Key("1"))], Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.BatchWriteAsync([Users.Put(Ada)], Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.BatchWriteAsync([Users.Delete(Ada)], Ct));
#pragma warning restore DTK0093
        Assert.Throws<ArgumentException>(
            () => Users.Update(User.Key("1")).Set(new User.Attributes().Email, "x"));
        Assert.Throws<ArgumentException>(() => Users.Change(Ada, Ada with { Id = "2" }));
        var same = Ada;
        Assert.Throws<ArgumentException>(() => Users.Change(same, same));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Users.Change(Ada, Ada with { Email = "x" }).ReturnOld().ExecuteAsync(Ct));

        // An update of other members is an ordinary one.
        await Users.Update(User.Key("1")).Add(user => user.Logins, 1).ExecuteAsync(Ct);
        Assert.Equal(1, (await Users.GetAsync(User.Key("1"), true, Ct))!.Logins);
    }

    [Fact]
    public async Task Reservations_AreItemsOfNoOtherType()
    {
        await Users.CreateAsync(Ada, Ct);
        await Vouchers.CreateAsync(new Voucher { Id = "1", Series = "A", Number = 1 }, Ct);
        Assert.Equal([Ada], await Users.Scan().ToListAsync(Ct));
        Assert.Equal(1, await Users.Scan().CountAsync(Ct));
        Assert.Single(await Vouchers.Scan().ToListAsync(Ct));
    }

    [Fact]
    public async Task OwnSwap_NeedsNoReservation()
    {
        var first = new Voucher { Id = "1", Series = "A", Number = 1 };
        await Vouchers.CreateAsync(first, Ct);
        await Vouchers.ChangeAsync(Voucher.Key("1"), voucher => voucher, Ct);
        await Vouchers.ChangeAsync(
            Voucher.Key("1"),
            voucher =>
            {
                // The same object: its former values are known nevertheless.
                voucher.Number = 2;
                return voucher;
            },
            Ct);
        Assert.Equal(["UNIQUE#voucher#A#2 UNIQUE VOUCHER#1 VOUCHER voucher A / 2"], await ReservationsAsync());
    }

    [Fact]
    public async Task Values_AreEscaped_AndLongOnesHashed()
    {
        await Users.CreateAsync(new User { Id = "1", Tenant = "a#b", Name = "c" }, Ct);
        await Users.CreateAsync(new User { Id = "2", Tenant = "a", Name = "b#c" }, Ct);
        await Users.CreateAsync(new User { Id = "3", Tenant = "", Name = "" }, Ct);
        await Users.CreateAsync(new User { Id = "4", Email = new string('€', 500) }, Ct);
        await Assert.ThrowsAsync<UniqueValueTakenException>(
            () => Users.CreateAsync(new User { Id = "5", Email = new string('€', 500) }, Ct));
        var reservations = await ReservationsAsync();
        Assert.Contains(reservations, one => one.StartsWith("UNIQUE#User.Tenant+Name#a%23b#c ", StringComparison.Ordinal));
        Assert.Contains(reservations, one => one.StartsWith("UNIQUE#User.Tenant+Name#a#b%23c ", StringComparison.Ordinal));
        Assert.Contains(reservations, one => one.StartsWith("UNIQUE#User.Tenant+Name## ", StringComparison.Ordinal));
        Assert.Contains(
            reservations,
            one => one.StartsWith("UNIQUE#User.Email#%sha256-", StringComparison.Ordinal)
                && one.EndsWith("€€", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Transactions_TakeTheReservationsAlong()
    {
        await Users.CreateAsync(Ada, Ct);
        var create = Users.Put(new User { Id = "2", Email = "two" }).IfNotExists();
        await Db.TransactWriteAsync([create, Users.Change(Ada, Ada with { Email = "one" })], Ct);
        Assert.Equal(["one", "two"], (await Users.Scan().ToListAsync(Ct)).Select(user => user.Email).Order());
        Assert.Equal(3, (await ReservationsAsync()).Count);

        var delete = Users.Delete(new User { Id = "2", Email = "two" });
        var taken = Users.Put(new User { Id = "3", Email = "one" }).IfNotExists();
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => Db.TransactWriteAsync([delete, taken], Ct));
        var failure = Assert.Single(canceled.Failures);
        Assert.Same(taken, failure.Operation);
        Assert.Equal((1, "one"), (failure.Position, failure.TakenValue!.Value));
        Assert.Equal(KeyValue.Of("USER#1"), failure.TakenValue.OwnerPartitionKey);
        Assert.False(canceled.ConditionFailed(taken));
        Assert.Contains("Operation 1", canceled.Message, StringComparison.Ordinal);

        await Db.TransactWriteAsync([delete, Users.Put(new User { Id = "3", Email = "three" }).IfNotExists()], Ct);
        Assert.Equal(3, (await ReservationsAsync()).Count);
    }

    [Fact]
    public async Task Costs_AreAsDocumented()
    {
        var create = await Users.Put(Ada).IfNotExists().ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal(6, create.ConsumedCapacity!.CapacityUnits);
        var other = Ada with { Logins = 1 };
        Assert.Equal(1, (await Users.Change(Ada, other).ReturnConsumedCapacity().ExecuteAsync(Ct)).ConsumedCapacity!.CapacityUnits);
        var renamed = other with { Email = "b" };
        Assert.Equal(6, (await Users.Change(other, renamed).ReturnConsumedCapacity().ExecuteAsync(Ct)).ConsumedCapacity!.CapacityUnits);
        Assert.Equal(6, (await Users.Delete(renamed).ReturnConsumedCapacity().ExecuteAsync(Ct)).ConsumedCapacity!.CapacityUnits);
    }

    [Fact]
    public async Task ExpiredHolder_LosesItsValue_AndLeavesThatOfTheNewHolder()
    {
        var old = new Voucher { Id = "1", Series = "A", Number = 1, Expires = Start.AddMinutes(1) };
        await Vouchers.CreateAsync(old, Ct);
        await Assert.ThrowsAsync<UniqueValueTakenException>(
            () => Vouchers.CreateAsync(new Voucher { Id = "2", Series = "A", Number = 1 }, Ct));

        Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await Vouchers.GetByUniqueAsync(Voucher.Unique.Voucher("A", 1), Ct));
        await Vouchers.CreateAsync(new Voucher { Id = "2", Series = "A", Number = 1 }, Ct);
        Assert.Equal("2", (await Vouchers.GetByUniqueAsync(Voucher.Unique.Voucher("A", 1), Ct))!.Id);

        // The expired item is still there. Its deletion must not release what the other item holds.
        Assert.True((await Vouchers.Get(Voucher.Key("1")).IncludeExpired().ExecuteAsync(Ct)).HasItem);
        await Vouchers.RemoveAsync(Voucher.Key("1"), Ct);
        Assert.False((await Vouchers.Get(Voucher.Key("1")).IncludeExpired().ExecuteAsync(Ct)).HasItem);
        Assert.Equal("2", (await Vouchers.GetByUniqueAsync(Voucher.Unique.Voucher("A", 1), Ct))!.Id);
    }

    [Fact]
    public async Task ChangeOfTheExpiry_ReachesTheReservation()
    {
        await Vouchers.CreateAsync(new Voucher { Id = "1", Series = "A", Number = 1, Expires = Start.AddMinutes(1) }, Ct);
        await Vouchers.ChangeAsync(
            Voucher.Key("1"),
            voucher =>
            {
                voucher.Expires = null;
                return voucher;
            },
            Ct);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<UniqueValueTakenException>(
            () => Vouchers.CreateAsync(new Voucher { Id = "2", Series = "A", Number = 1 }, Ct));
        Assert.Throws<ArgumentException>(
            () => Vouchers.Update(Voucher.Key("1")).Set(new Voucher.Attributes().Expires, Start));
    }

    [Fact]
    public async Task Token_IsComparedAndAssigned()
    {
        var voucher = new Voucher { Id = "1", Series = "A", Number = 1 };
        await Vouchers.CreateAsync(voucher, Ct);
        var first = voucher.Token;
        Assert.NotNull(first);
        await Vouchers.ChangeAsync(Voucher.Key("1"), Renumber, Ct);
        var stored = (await Vouchers.GetAsync(Voucher.Key("1"), true, Ct))!;
        Assert.NotEqual(first, stored.Token);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Vouchers.DeleteAsync(voucher, Ct));
        await Vouchers.DeleteAsync(stored, Ct);
        Assert.Empty(await ReservationsAsync());

        static Voucher Renumber(Voucher voucher)
        {
            voucher.Number = 7;
            return voucher;
        }
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<User>(), TableModel.Of<Voucher>()), Ct);
    }

    private Task<List<string>> ReservationsAsync() => Engine.ReservationsAsync("people", Ct);
}
