using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>The repair of unique values.</summary>
public sealed class UniqueRepairTests : PatternTests
{
    private DynamoTable<User> Users => Db.Table<User>();

    [Fact]
    public async Task SoundTable_IsLeftAlone()
    {
        for (var i = 0; i < 10; i++)
            await Users.CreateAsync(new User { Id = $"{i}", Email = $"e{i}", Name = $"n{i}" }, Ct);
        var before = await Engine.ReservationsAsync("people", Ct);
        var result = await Users.RepairUniqueAsync(cancellationToken: Ct);
        Assert.Equal((null, 10, 0, 0), (result.Next, result.Scanned, result.Reserved, result.Released));
        Assert.Empty(result.Duplicates);
        Assert.Equal(before, await Engine.ReservationsAsync("people", Ct));
    }

    [Fact]
    public async Task Workers_ShareTheTable_AndReportEachPage()
    {
        for (var i = 0; i < 10; i++)
            await StoreAsync($"{i}", $"e{i}");
        var (scanned, reserved, pages) = (0L, 0L, 0);
        for (var segment = 0; segment < 2; segment++)
        {
            var options = new SweepOptions
            {
                Segment = segment,
                Segments = 2,
                PageSize = 2,
                OnPage = (_, _) =>
                {
                    pages++;
                    return Task.CompletedTask;
                },
            };
            var result = await Users.RepairUniqueAsync(options, Ct);
            (scanned, reserved) = (scanned + result.Scanned, reserved + result.Reserved);
        }

        Assert.Equal((10, 10), (scanned, reserved));
        Assert.InRange(pages, 7, 40);
    }

    [Fact]
    public async Task ItemsFromBeforeTheAttribute_GetReservations_AndDuplicatesAreReported()
    {
        for (var i = 0; i < 10; i++)
            await StoreAsync($"{i}", $"e{i / 2}");
        var duplicates = new List<UniqueDuplicate>();
        var (reserved, calls) = (0L, 0);
        string? next = null;
        do
        {
            var result = await Users.RepairUniqueAsync(new SweepOptions { From = next, PageSize = 3, MaxCapacityUnits = 1 }, Ct);
            duplicates.AddRange(result.Duplicates);
            (next, reserved, calls) = (result.Next, reserved + result.Reserved, calls + 1);
        }
        while (next is not null);

        Assert.InRange(calls, 4, 20);
        Assert.Equal(5, reserved);
        Assert.Equal(5, duplicates.Count);
        var duplicate = duplicates.Single(one => one.Value.Value == "e0");
        Assert.Equal(
            ["USER#0", "USER#1"],
            new[] { duplicate.PartitionKey.Text!, duplicate.Value.OwnerPartitionKey.Text! }.Order(StringComparer.Ordinal));

        // Whoever does not hold the value can be changed, and leaves it to the holder.
        foreach (var one in duplicates)
        {
            var id = one.PartitionKey.Text!["USER#".Length..];
            await Users.ChangeAsync(User.Key(id), user => user with { Email = $"other{id}" }, Ct);
        }

        Assert.Empty((await Users.RepairUniqueAsync(cancellationToken: Ct)).Duplicates);
        Assert.Equal(10, (await Engine.ReservationsAsync("people", Ct)).Count);
    }

    [Fact]
    public async Task StrayOfAnotherSegment_IsNotADuplicate()
    {
        await Users.CreateAsync(new User { Id = "1", Email = "a" }, Ct);
        await Engine.ExecuteAsync(
            "DeleteItem", """{"TableName":"people","Key":{"pk":{"S":"USER#1"},"sk":{"S":"USER"}}}""", Ct);
        await StoreAsync("2", "a");

        // A worker comes to the items of its segment before another one has checked the reservations of its own.
        var result = await Users.RepairUniqueAsync(new SweepOptions { From = "items" }, Ct);
        Assert.Empty(result.Duplicates);
        Assert.Equal((1, 1), (result.Released, result.Reserved));
        Assert.Equal("2", (await Users.GetByUniqueAsync(User.Unique.Email("a"), Ct))?.Id);
    }

    [Fact]
    public async Task StrayReservations_AreDeleted()
    {
        await Users.CreateAsync(new User { Id = "1", Email = "a" }, Ct);
        await Users.CreateAsync(new User { Id = "2", Email = "b" }, Ct);

        // Another program writes without reservations.
        await Engine.ExecuteAsync(
            "DeleteItem", """{"TableName":"people","Key":{"pk":{"S":"USER#1"},"sk":{"S":"USER"}}}""", Ct);
        await StoreAsync("2", "c");
        Assert.Null(await Users.GetByUniqueAsync(User.Unique.Email("a"), Ct));
        await Assert.ThrowsAsync<UniqueValueTakenException>(() => Users.CreateAsync(new User { Id = "3", Email = "a" }, Ct));

        var result = await Users.RepairUniqueAsync(cancellationToken: Ct);
        Assert.Equal((2, 1), (result.Released, result.Reserved));
        Assert.Equal(["UNIQUE#User.Email#c UNIQUE USER#2 USER User.Email c"], await Engine.ReservationsAsync("people", Ct));
        await Users.CreateAsync(new User { Id = "3", Email = "a" }, Ct);
    }

    [Fact]
    public async Task Text_ThatIsNotARepairs_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Users.RepairUniqueAsync(new SweepOptions { From = "x" }, Ct));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<User>()), Ct);
    }

    private Task StoreAsync(string id, string email) => Engine.ExecuteAsync(
        "PutItem",
        $$"""
        {"TableName":"people","Item":{"pk":{"S":"USER#{{id}}"},"sk":{"S":"USER"},"id":{"S":"{{id}}"},"email":{"S":"{{email}}"},
         "logins":{"N":"0"} } }
        """,
        Ct);
}
