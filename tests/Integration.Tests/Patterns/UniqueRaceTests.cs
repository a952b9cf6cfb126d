using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Docs.Testing;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>
/// 64 writers create, rename and delete items over a few values, while requests are throttled and responses get lost. A single writer is
/// compared with a naive model.
/// </summary>
public sealed class UniqueRaceTests : PatternTests
{
    private const int Writers = 64;
    private const int Items = 24;
    private const int Values = 12;

    private static readonly int Rounds =
        Environment.GetEnvironmentVariable("DTK_FULL_RACES") is "1" ? 1000 : 25;

    [Fact]
    public async Task Writers_NeverShareAValue_AndLeaveNoneBehind()
    {
        using var client = FaultyClient(throttled: 0.2, lost: 0.1);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(client, new Random(writer)), Ct)));
        await CheckAsync(Db.Table<User>());
    }

    [Fact]
    public async Task RandomHistory_IsThatOfAModel()
    {
        var random = new Random(7);
        var users = Db.Table<User>();
        var model = new Dictionary<string, User>();
        for (var step = 0; step < 600; step++)
        {
            var next = Any(random);
            var current = model.GetValueOrDefault(next.Id);
            var isTaken = model.Values.Any(other => other.Id != next.Id
                && ((next.Email is not null && other.Email == next.Email)
                    || (next.Name is not null && other.Name == next.Name && other.Tenant == next.Tenant)));
            switch (random.Next(3))
            {
                case 0:
                    var create = users.CreateAsync(next, Ct);
                    if (current is not null)
                        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => create);
                    else if (isTaken)
                        await Assert.ThrowsAsync<UniqueValueTakenException>(() => create);
                    else
                        await create;
                    if (current is null && !isTaken)
                        model[next.Id] = next;
                    break;
                case 1 when current is not null:
                    var change = users.ChangeAsync(current, next, Ct);
                    if (isTaken)
                        await Assert.ThrowsAsync<UniqueValueTakenException>(() => change);
                    else
                        await change;
                    if (!isTaken)
                        model[next.Id] = next;
                    break;
                case 2:
                    Assert.Equal(current, await users.RemoveAsync(User.Key(next.Id), Ct));
                    model.Remove(next.Id);
                    break;
            }

            if (next.Email is not null)
            {
                Assert.Equal(
                    model.Values.SingleOrDefault(user => user.Email == next.Email),
                    await users.GetByUniqueAsync(User.Unique.Email(next.Email), Ct));
            }
        }

        Assert.Equal(model.Values.ToHashSet(), (await users.Scan().ToListAsync(Ct)).ToHashSet());
        await CheckAsync(users);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<User>()), Ct);
    }

    private static User Any(Random random) => new()
    {
        Id = $"{random.Next(Items)}",
        Tenant = $"{random.Next(2)}",
        Email = random.Next(4) == 0 ? null : $"e{random.Next(Values)}",
        Name = random.Next(4) == 0 ? null : $"n{random.Next(Values)}",
    };

    private static async Task WriteAsync(DynamoClient client, Random random)
    {
        var users = client.Table<User>();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Any(random);
            try
            {
                await (random.Next(4) switch
                {
                    0 => users.CreateAsync(next, Ct),
                    1 => users.RemoveAsync(User.Key(next.Id), Ct),
                    2 => users.ChangeAsync(User.Key(next.Id), _ => next, Ct),
                    _ => ReadAsync(users, next),
                });
            }
            catch (Exception error) when (error is UniqueValueTakenException or ConditionalCheckFailedException
                or ProvisionedThroughputExceededException or TransportException)
            {
                // Taken, changed by another writer, throttled, or done although the response was lost: the check at the end tells.
            }
        }
    }

    private static async Task ReadAsync(DynamoTable<User> users, User wanted)
    {
        if (wanted.Email is { } email && await users.GetByUniqueAsync(User.Unique.Email(email), Ct) is { } found)
            Assert.Equal(email, found.Email);
    }

    /// <summary>Each value has one holder, and each reservation is that of an item that has the value.</summary>
    private async Task CheckAsync(DynamoTable<User> users)
    {
        var expected = (await users.Scan().ConsistentRead().ToListAsync(Ct)).SelectMany(user => new[]
        {
            user.Email is null ? null : $"UNIQUE#User.Email#{user.Email} UNIQUE USER#{user.Id} USER User.Email {user.Email}",
            user.Name is null
                ? null
                : $"UNIQUE#User.Tenant+Name#{user.Tenant}#{user.Name} UNIQUE USER#{user.Id} USER User.Tenant+Name "
                    + $"{user.Tenant} / {user.Name}",
        });
        Assert.Equal(expected.OfType<string>().Order(StringComparer.Ordinal), await Engine.ReservationsAsync("people", Ct));
    }

    private DynamoClient FaultyClient(double throttled, double lost)
    {
        var transport = new FaultyTransport(new Undisposed(Engine))
        {
            FailBefore = _ => Random.Shared.NextDouble() < throttled ? new ProvisionedThroughputExceededException("Slow down.") : null,
            FailAfter = _ => Random.Shared.NextDouble() < lost ? new TransportException("The response was lost.") : null,
        };
        return new DynamoClient(transport);
    }
}
