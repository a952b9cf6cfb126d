using System.Globalization;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>What searches read, in units. <c>DTK_FULL_SEARCH=1</c> takes 100,000 names.</summary>
public sealed class SearchCostTests : PatternTests
{
    private static readonly int Items = Environment.GetEnvironmentVariable("DTK_FULL_SEARCH") == "1" ? 100_000 : 1_500;

    private static TrigramScope<Person> Names => Person.Trigrams.Name("a");

    private DynamoTable<Person> Persons => Db.Table<Person>();

    public override async ValueTask InitializeAsync() =>
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()), Ct);

    [Fact]
    public async Task AFragment_ReadsATwentiethOfAScan_AndOneOfAllNamesFewUnits()
    {
        var random = new Random(1);
        var names = Enumerable.Range(0, Items).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"run {(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{i:x} of a job")).ToList();

        // The scan has nothing to read but the persons, each of half a kilobyte.
        var scanUnits = Math.Ceiling(Items * 512 / 4096.0) / 2;
        await CreateAllAsync(names);
        for (var i = 0; i < 20; i++)
        {
            var some = names[random.Next(Items)];
            var fragment = some.Substring(4, 6);
            var page = await Persons.Search(Names).Containing(fragment).ReturnConsumedCapacity().GetPageAsync(null, Ct);
            Assert.Contains(page.Items, person => person.Name == some);
            Assert.InRange(page.ConsumedCapacity!.CapacityUnits, 0.5, scanUnits / 20);
        }

        var first = await Persons.Search(Names).Containing("run").Limit(50).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Equal(50, first.Items.Count);
        Assert.InRange(first.ConsumedCapacity!.CapacityUnits, 25, 30);
    }

    [Fact]
    public async Task ListsOfDifferentOwners_AreNotReadThrough()
    {
        // Both lists are long, and have nothing but the last owner in common.
        const int Long = 400;
        var names = Enumerable.Range(0, 2 * Long).Select(static i => i < Long ? $"abc {i}" : $"xyz {i}").Append("abc xyz").ToList();
        await CreateAllAsync(names);
        var page = await Persons.Search(Names).Like("%abc%xyz%").Limit(10).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Equal("abc xyz", Assert.Single(page.Items).Name);
        Assert.InRange(page.ScannedCount, 1, Long / 2);

        page = await Persons.Search(Names).Like("%xyz%abc%").Limit(10).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Empty(page.Items);
        Assert.InRange(page.ScannedCount, 1, Long / 2);
    }

    [Fact]
    public async Task TheRarestTrigram_IsRead()
    {
        var names = Enumerable.Range(0, 600).Select(static i => i % 60 == 7 ? $"test run qqq {i}" : $"test run {i}").ToList();
        await CreateAllAsync(names);
        var page = await Persons.Search(Names).Containing("run qqq").Limit(50).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Equal(10, page.Items.Count);

        // Four lists begin to be read, and the one that ends is all.
        Assert.InRange(page.ScannedCount, 10, 130);
    }

    [Fact]
    public async Task AnExactSearch_LoadsNothingThatDiffersInCase()
    {
        await CreateAllAsync([.. Enumerable.Range(0, 20).Select(static i => $"Ada {i}")]);
        var page = await Persons.Search(Names).Containing("ada").Limit(50).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Empty(page.Items);
        Assert.InRange(page.ConsumedCapacity!.CapacityUnits, 0.5, 1.5);
    }

    private Task CreateAllAsync(List<string> names) =>
        Parallel.ForAsync(0, names.Count, Ct, async (i, ct) =>
            await Persons.CreateAsync(new Person { Id = $"{i:000000}", Tenant = "a", Name = names[i] }, ct));
}
