using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>
/// How many requests limited reads take, and what they cost, of items of about a kilobyte in an index that two types share.
/// </summary>
public sealed class PageLimitTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());
    private readonly List<double> units = [];

    private IndexQuery<Letter, Letter.ByOwnerAttributes> Letters =>
        db.Table<Letter>().Query(Letter.Index.ByOwner("me")).ReturnConsumedCapacity(used => units.Add(used.CapacityUnits));

    public async ValueTask InitializeAsync() =>
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Letter>(), TableModel.Of<Parcel>()), Ct);

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(0, new[] { 0.5 })]
    [InlineData(1, new[] { 0.5, 0.5 })]
    [InlineData(4, new[] { 0.5, 0.5 })]
    [InlineData(5, new[] { 0.5, 0.5, 2 })]
    [InlineData(84, new[] { 0.5, 0.5, 2, 8 })]
    [InlineData(300, new[] { 0.5, 0.5, 2, 8, 31.5 })]
    public async Task FirstItem_BehindThoseOfAnotherType_IsFoundByRequestsThatGrow(int parcels, double[] expected)
    {
        await FillAsync(i => i >= parcels);
        Assert.Equal(parcels, (await Letters.FirstOrDefaultAsync(Ct))!.Arrival);
        Assert.Equal(expected, units);
    }

    [Theory]
    [InlineData(0, new[] { 0.5 })]
    [InlineData(3, new[] { 0.5 })]
    [InlineData(4, new[] { 0.5, 2 })]
    [InlineData(100, new[] { 0.5, 2, 8, 31.5 })]
    public async Task FirstItem_OfAFilter_BeginsWithAFewItems(int arrival, double[] expected)
    {
        await FillAsync(_ => true);
        Assert.Equal(arrival, (await Letters.Where(l => l.Id >= arrival).FirstOrDefaultAsync(Ct))!.Arrival);
        Assert.Equal(expected, units);
    }

    [Fact]
    public async Task FirstItem_OfSeveralTypesReadTogether_CostsAsLittle()
    {
        await FillAsync(i => i >= 5);
        Assert.IsType<Letter>(await Letters.As(new ItemKinds<object>().Add<Letter>()).FirstOrDefaultAsync(Ct));
        Assert.Equal([0.5, 0.5, 2], units);
    }

    [Fact]
    public async Task Limit_OfItemsThatAreEverySecond_TakesTwoRequests()
    {
        await FillAsync(i => i % 2 == 0);
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => 2L * i), (await Letters.Limit(20).ToListAsync(Ct)).Select(letter => letter.Arrival));
        Assert.Equal([2.5, 5], units);
    }

    [Fact]
    public async Task Limit_OfItemsOfOneType_ReadsNoMore()
    {
        await FillAsync(_ => true);
        Assert.Equal(350, (await Letters.Limit(350).ToListAsync(Ct)).Count);
        Assert.Equal([43], units);
    }

    [Fact]
    public async Task Pages_OfALimitedRead_FollowEachOtherWithoutGaps()
    {
        await FillAsync(i => i % 3 == 0);
        List<long> arrivals = [];
        await foreach (var page in Letters.Limit(7).PagesAsync(cancellationToken: Ct))
            arrivals.AddRange(page.Items.Select(letter => letter.Arrival));
        Assert.Equal(Enumerable.Range(0, 134).Select(i => 3L * i), arrivals);
    }

    /// <summary>Puts 400 items, which arrive one after the other.</summary>
    private async Task FillAsync(Func<int, bool> isLetter)
    {
        var text = new string('x', 940);
        var puts = Enumerable.Range(0, 400).Select(IWriteOperation (i) => isLetter(i)
            ? db.Table<Letter>().Put(new Letter { Id = i, Owner = "me", Arrival = i, Text = text })
            : db.Table<Parcel>().Put(new Parcel { Id = i, Owner = "me", Arrival = i, Text = text }));
        (await db.BatchWriteAsync(puts, Ct)).ThrowIfIncomplete();
    }
}
