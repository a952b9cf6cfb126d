using System.Collections.Concurrent;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>
/// Searches return exactly what a look at all items finds, before and after random changes and deletes, and never scan.
/// <c>DTK_FULL_SEARCH=1</c> takes 100,000 names and 10,000 searches.
/// </summary>
public sealed class SearchPropertyTests : PatternTests
{
    private static readonly bool IsFullSize = Environment.GetEnvironmentVariable("DTK_FULL_SEARCH") == "1";
    private static readonly int Items = IsFullSize ? 100_000 : 300;
    private static readonly int Searches = IsFullSize ? 10_000 : 500;

    private readonly ConcurrentDictionary<string, Person> model = new();

    public override async ValueTask InitializeAsync() =>
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()), Ct);

    [Fact]
    public async Task Searches_FindWhatALookAtAllItemsFinds()
    {
        var persons = Db.Table<Person>();
        await Parallel.ForAsync(0, Items, Ct, async (i, ct) =>
        {
            var person = AnyPerson(new Random(i), $"{i}");
            model[person.Id] = person;
            await persons.CreateAsync(person, ct);
        });
        await CheckAsync(seed: 1);

        await Parallel.ForAsync(0, Items / 2, Ct, async (i, ct) =>
        {
            var random = new Random(-i);
            var old = model[$"{i * 2}"];
            if (random.Next(3) == 0)
            {
                await persons.DeleteAsync(await persons.GetAsync(Person.Key(old.Id), true, ct) ?? old, ct);
                model.Remove(old.Id, out _);
                return;
            }

            model[old.Id] = (await persons.ChangeAsync(Person.Key(old.Id), person => AnyPerson(random, old.Id), ct))!;
        });
        await CheckAsync(seed: 2);
    }

    private async Task CheckAsync(int seed)
    {
        using var transport = new RecordingTransport(Engine);
        using var client = new DynamoClient(transport);
        var persons = client.Table<Person>();
        Person[] all = [.. model.Values.OrderBy(static person => person.Id, StringComparer.Ordinal)];
        NamedPersons[] names = [.. NamedPersons.Of(all)];
        var queries = DifferentQueries(new Random(seed), all);
        var found = 0;
        await Parallel.ForAsync(0, queries.Count, Ct, async (i, ct) =>
        {
            var query = queries[i];
            var expected = names.Where(query.Matches).SelectMany(name => name.IdsIn(query.Tenant)).Order(StringComparer.Ordinal);
            var results = await ReadAsync(
                new Random((seed * 1_000_000) + i), () => query.Ask(persons.Search(Person.Trigrams.Name(query.Tenant))), ct);
            Assert.True(expected.SequenceEqual(results.Order(StringComparer.Ordinal)), $"Search {i} differs: {query}.");
            Interlocked.Add(ref found, results.Count);
        });

        Assert.True(found > Searches);
        Assert.Equal([DynamoOperation.Query, DynamoOperation.BatchGetItem], transport.Operations.Distinct().Order());
    }

    /// <summary>As many queries as there are to be, each once: short parts are drawn again and again, and find most names.</summary>
    private static List<NameQuery> DifferentQueries(Random random, Person[] all)
    {
        var queries = new HashSet<NameQuery>();
        while (queries.Count < Searches)
            queries.Add(NameQuery.Any(random, all[random.Next(all.Length)].Name));
        return [.. queries];
    }

    private static async Task<List<string>> ReadAsync(Random random, Func<Search<Person>> create, CancellationToken ct)
    {
        if (random.Next(3) > 0)
            return [.. (await create().ToListAsync(ct)).Select(static person => person.Id)];

        var ids = new List<string>();
        PageToken? next = null;
        do
        {
            var limit = random.Next(1, 40);
            var page = await create().Limit(limit).GetPageAsync(next, ct);
            Assert.InRange(page.Items.Count, 0, limit);
            ids.AddRange(page.Items.Select(static person => person.Id));
            next = page.Next;
        }
        while (next is not null);
        return ids;
    }

    private static Person AnyPerson(Random random, string id) =>
        new() { Id = id, Tenant = random.Next(3) == 0 ? "b" : "a", Name = Names.Draw(random) };
}
