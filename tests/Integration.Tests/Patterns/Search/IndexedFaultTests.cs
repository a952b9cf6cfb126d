using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Docs.Testing;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Writes of indexed items by processes that die, lose responses, are throttled and race. A search never misses an item.</summary>
public sealed class IndexedFaultTests : IndexedTests
{
    private const int Writers = 32;
    private const int Items = 12;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("DTK_FULL_RACES") is "1" ? 1000 : 12;

    /// <summary>Each verb dies before and after each of its requests.</summary>
    [Theory]
    [InlineData("create")]
    [InlineData("change")]
    [InlineData("delete")]
    [InlineData("transaction")]
    public async Task Crash_LeavesOnlyPostingsTooMany(string verb)
    {
        for (var step = 0; step < 12; step++)
        {
            var person = new Person { Id = $"{step}", Tenant = "a", Name = $"former {step}" };
            if (verb != "create")
                await Persons.CreateAsync(person, Ct);
            var sent = 0;
            var transport = new FaultyTransport(new Undisposed(Engine));
            var atRequest = step / 2;
            if (step % 2 == 0)
                transport.FailBefore = _ => sent++ >= atRequest ? new TransportException("The process died.") : null;
            else
                transport.FailAfter = _ => sent++ >= atRequest ? new TransportException("The process died.") : null;
            using var client = new DynamoClient(transport, new DynamoClientOptions { TimeProvider = Clock });
            var table = client.Table<Person>();
            var changed = person with { Name = $"changed {step}" };
            try
            {
                await (verb switch
                {
                    "create" => table.CreateAsync(person, Ct),
                    "change" => table.ChangeAsync(person, changed, Ct),
                    "delete" => table.DeleteAsync(person, Ct),
                    _ => client.TransactWriteAsync([table.Change(person, changed)], Ct),
                });
            }
            catch (TransportException)
            {
                // The process is dead.
            }
        }

        await CheckAllAsync();
    }

    /// <summary>The response to the first attempt is lost, and the transport's second attempt meets the first one's effect.</summary>
    [Fact]
    public async Task LostResponses_AreKnownByTheirStamps()
    {
        using var client = new DynamoClient(new LostAnswers(
            new Undisposed(Engine),
            static operation => operation is not (DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.BatchGetItem)),
            new DynamoClientOptions { TimeProvider = Clock });
        var persons = client.Table<Person>();
        await persons.CreateAsync(Ada, Ct);
        await persons.ChangeAsync(Person.Key("1"), person => person with { Name = "Ada Byron" }, Ct);
        await CheckPostingsAsync();
        await persons.ChangeAsync(Person.Key("1"), person => person with { Nickname = null }, Ct);
        await persons.ChangeAsync(Person.Key("1"), person => person with { Age = 1 }, Ct);
        await CheckPostingsAsync();
        await persons.RemoveAsync(Person.Key("1"), Ct);
        Assert.Empty(await PostingsAsync());

        // With a number as token, which can't tell whose write it was, the stamps can.
        var track = new Track { Id = "1", Title = "Blue" };
        await client.Table<Track>().CreateAsync(track, Ct);
        await client.Table<Track>().ChangeAsync(
            Track.Key("1"),
            one =>
            {
                one.Title = "Red";
                return one;
            },
            Ct);
        await CheckPostingsAsync();
    }

    /// <summary>New postings that the service does not process keep the item from being written.</summary>
    [Fact]
    public async Task ThrottledPostings_KeepTheItemFromBeingWritten()
    {
        var transport = new FaultyTransport(new Undisposed(Engine))
        {
            FailBefore = request => request.Operation is DynamoOperation.BatchWriteItem
                ? new ProvisionedThroughputExceededException("Slow down.")
                : null,
        };
        using var client = new DynamoClient(
            transport, new DynamoClientOptions { BatchAttempts = 2, Jitter = static () => 0, TimeProvider = Clock });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.Table<Person>().CreateAsync(Ada, Ct));
        Assert.Contains("was not written", error.Message, StringComparison.Ordinal);
        Assert.Null(await Persons.GetAsync(Person.Key("1"), true, Ct));

        // Old postings that it does not process cost a read later, and the write has succeeded.
        await Persons.CreateAsync(Ada, Ct);
        await client.Table<Person>().RemoveAsync(Person.Key("1"), Ct);
        Assert.Empty(await FindAsync("Ada"));
        Assert.NotEmpty(await PostingsAsync());
        await CheckAllAsync();
    }

    [Fact]
    public async Task Writers_LeaveEveryItemInItsIndex()
    {
        var transport = new FaultyTransport(new Undisposed(Engine))
        {
            FailBefore = _ => Random.Shared.NextDouble() < 0.1 ? new ProvisionedThroughputExceededException("Slow down.") : null,
            FailAfter = _ => Random.Shared.NextDouble() < 0.05 ? new TransportException("The response was lost.") : null,
        };
        using var client = new DynamoClient(transport, new DynamoClientOptions { Jitter = static () => 0, TimeProvider = Clock });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(client, new Random(writer)), Ct)));
        await CheckAllAsync();
    }

    private static async Task WriteAsync(DynamoClient client, Random random)
    {
        var persons = client.Table<Person>();
        for (var round = 0; round < Rounds; round++)
        {
            var next = new Person
            {
                Id = $"{random.Next(Items)}",
                Tenant = "a",
                Name = $"n{random.Next(6)}",
                Nickname = random.Next(2) == 0 ? null : $"nick{random.Next(4)}",
            };
            try
            {
                await (random.Next(4) switch
                {
                    0 => persons.CreateAsync(next, Ct),
                    1 => persons.RemoveAsync(Person.Key(next.Id), Ct),
                    2 => client.TransactWriteAsync([persons.Put(next).IfNotExists()], Ct),
                    _ => persons.ChangeAsync(Person.Key(next.Id), old => old with { Name = next.Name, Nickname = next.Nickname }, Ct),
                });
            }
            catch (Exception error) when (error is ConditionalCheckFailedException or TransactionCanceledException
                or ProvisionedThroughputExceededException or TransportException or InvalidOperationException or BatchGetException)
            {
                // Changed by another writer, throttled, or done although the response was lost: the check at the end tells.
            }
        }
    }

    /// <summary>Each item is found; and after a repair the postings are those of the items, and no others.</summary>
    private async Task CheckAllAsync()
    {
        var all = await Persons.Scan().ConsistentRead().ToListAsync(Ct);
        foreach (var name in all.Select(static person => person.Name).Distinct())
        {
            Assert.Equal(
                all.Where(person => person.Name == name).Select(static person => person.Id).Order(StringComparer.Ordinal),
                (await Persons.Search(Person.Trigrams.Name("a")).EqualTo(name).ToListAsync(Ct)).Select(static person => person.Id));
        }

        var result = await Persons.RepairTrigramsAsync(minAge: TimeSpan.FromDays(-1), cancellationToken: Ct);
        Assert.Null(result.Next);
        Assert.Equal((0, 0), (result.Indexed, result.Added));
        await CheckPostingsAsync();
    }
}
