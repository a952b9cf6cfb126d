using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Reads of one type of a family, whose items lie between those of its siblings in one partition.</summary>
public sealed class FamilyReadTests : IAsyncLifetime
{
    private const int Cats = 14;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private readonly List<Animal> animals =
    [
        .. Enumerable.Range(0, Cats * 3).Select(static Animal (i) => (i % 3) switch
        {
            0 => new Dog { Zoo = "z", Name = $"{i:000}", Tricks = i },
            1 => new Cat { Zoo = "z", Name = $"{i:000}", Lives = i },
            _ => new Animal { Zoo = "z", Name = $"{i:000}" },
        })
    ];

    private DynamoTable<Animal> Family => db.Table<Animal>();

    private DynamoTable<Cat> CatTable => db.Table<Cat>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Animal>(), TableModel.Of<Dog>(), TableModel.Of<Cat>()), Ct);
        (await db.BatchWriteAsync(animals.Select(Family.Put), Ct)).ThrowIfIncomplete();
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(3, 2)]
    [InlineData(Cats, 4)]
    [InlineData(null, 1)]
    [InlineData(null, 5)]
    public async Task PagesBefore_AreThePagesAfterReversed(int? limit, int? pageSize)
    {
        var cats = animals.OfType<Cat>().ToList();
        await GoesBothWaysAsync(cats, () => Sized(CatTable.Query(Cat.Partition("z"))));
        await GoesBothWaysAsync(Enumerable.Reverse(cats), () => Sized(CatTable.Query(Cat.Partition("z")).Descending()));
        await GoesBothWaysAsync(cats, () => Sized(Family.Query(Animal.Partition("z"))).As<Cat>());
        await GoesBothWaysAsync(animals, () => Sized(Family.Query(Animal.Partition("z"))));

        Query<T> Sized<T>(Query<T> query)
            where T : IItem<T>
        {
            query = limit is { } items ? query.Limit(items) : query;
            return pageSize is { } evaluated ? query.PageSize(evaluated) : query;
        }
    }

    [Fact]
    public async Task Any_IsNotTrueBecauseOfASibling()
    {
        Assert.True(await Range("001").AnyAsync(Ct));
        Assert.False(await Range("000").AnyAsync(Ct));
        Assert.False(await Range("000").PageSize(1).AnyAsync(Ct));
        Assert.True(await CatTable.Scan().PageSize(1).AnyAsync(Ct));
        Assert.True(await CatTable.Scan().InParallel(3).AnyAsync(Ct));
        Assert.False(await Family.Query(Animal.Partition("z"), Animal.SortKey.EqualTo("000")).As<Cat>().AnyAsync(Ct));
        Assert.True(await Family.Query(Animal.Partition("z"), Animal.SortKey.EqualTo("000")).As<Dog>().AnyAsync(Ct));

        foreach (var cat in animals.OfType<Cat>())
            await CatTable.DeleteAsync(cat, Ct);
        Assert.False(await CatTable.Query(Cat.Partition("z")).AnyAsync(Ct));
        Assert.False(await CatTable.Scan().InParallel(3).AnyAsync(Ct));
        Assert.Equal(Cats * 2, await Family.Scan().CountAsync(Ct));
    }

    [Fact]
    public async Task Single_DoesNotThrowBecauseOfASibling()
    {
        // Ten names: 000 to 009, of which 001, 004 and 007 are cats.
        Assert.Equal(animals[1], await CatTable.Query(Cat.Partition("z"), Cat.SortKey.Between("000", "003")).SingleOrDefaultAsync(Ct));
        Assert.Null(await Range("000").SingleOrDefaultAsync(Ct));
        var part = Family.Query(Animal.Partition("z"), Animal.SortKey.Between("000", "003")).As<Cat>();
        Assert.Equal(animals[1], await part.SingleOrDefaultAsync(Ct));
        var several = CatTable.Query(Cat.Partition("z"), Cat.SortKey.StartsWith("00"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => several.SingleOrDefaultAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => several.PageSize(1).SingleOrDefaultAsync(Ct));
    }

    [Fact]
    public async Task Create_DoesNotReplaceASibling()
    {
        var cat = new Cat { Zoo = "z", Name = "000", Lives = 1 };
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => CatTable.CreateAsync(cat, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Family.CreateAsync(cat, Ct));
        await Assert.ThrowsAsync<TransactWriteCanceledException>(() => db.TransactWriteAsync([CatTable.Put(cat).IfNotExists()], Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => CatTable.Put(cat).IfExists().ExecuteAsync(Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => CatTable.Delete(cat).IfExists().ExecuteAsync(Ct));
        Assert.Equal(animals[0], await Family.GetAsync(Animal.Key("z", "000"), consistentRead: true, Ct));

        var created = cat with { Name = "new" };
        await CatTable.CreateAsync(created, Ct);
        Assert.Equal(created, await Family.GetAsync(Animal.Key("z", "new"), consistentRead: true, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => CatTable.CreateAsync(created, Ct));
    }

    [Fact]
    public async Task Create_OverAnExpiredSibling_NeedsTheBaseClass()
    {
        await db.EnsureTableAsync(
            TableDefinition.For(
                TableModel.Of<Vehicle>(), TableModel.Of<Bicycle>(), TableModel.Of<Car>(), TableModel.Of<Taxi>()), Ct);
        var built = new DateOnly(2026, 1, 1);
        var key = Vehicle.Key("f", built, "p");
        await db.Table<Car>().PutAsync(new Car(4) { Fleet = "f", Plate = "p", Built = built, ScrappedAt = DateTimeOffset.UnixEpoch }, Ct);
        Assert.Null(await db.Table<Vehicle>().GetAsync(key, consistentRead: true, Ct));

        var bicycle = new Bicycle { Fleet = "f", Plate = "p", Built = built };
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => db.Table<Bicycle>().CreateAsync(bicycle, Ct));
        Assert.Contains("put it through the table of the base class", error.Message, StringComparison.Ordinal);
        Assert.True((await db.Table<Car>().Get(Car.Key("f", built, "p")).IncludeExpired().ExecuteAsync(Ct)).HasItem);

        await db.Table<Vehicle>().CreateAsync(bicycle, Ct);
        Assert.IsType<Bicycle>(await db.Table<Vehicle>().GetAsync(key, consistentRead: true, Ct));
    }

    [Fact]
    public void Previews_OfWritesShowWhatKeepsThemFromSiblings()
    {
        var cat = new Cat { Zoo = "z", Name = "000", Lives = 1 };
        foreach (var preview in new[]
        {
            CatTable.Put(cat).Preview(), CatTable.Put(cat).IfNotExists().Preview(), CatTable.Delete(cat).Preview(),
            CatTable.Update(Cat.Key("z", "000")).Set(c => c.Lives, 2).Preview(), db.PreviewTransactWrite([CatTable.Put(cat)]),
            CatTable.Query(Cat.Partition("z")).Preview(),
        })
        {
            Assert.Contains("\"cat\"", preview.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("\"cat\"", preview.JsonWithoutValues, StringComparison.Ordinal);
        }
    }

    private Query<Cat> Range(string name) => CatTable.Query(Cat.Partition("z"), Cat.SortKey.EqualTo(name));

    private static async Task GoesBothWaysAsync<T>(IEnumerable<Animal> expected, Func<ItemSequence<T>> query)
        where T : Animal
    {
        List<Page<T>> after = [await query().GetPageAsync(cancellationToken: Ct)];
        while (after[^1].Next is { } next)
            after.Add(await query().GetPageAsync(next, Ct));
        Assert.Equal(expected, after.SelectMany(static page => page.Items));

        List<Page<T>> before = [after[^1]];
        while (before[^1].Previous is { } previous)
            before.Add(await query().GetPageAsync(previous, Ct));
        Assert.Equal(expected.Reverse(), before.SelectMany(static page => page.Items.Reverse()));
    }
}
