using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

public sealed class FamilyTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Types_OfOneFamily_AreReadAsTheyWereWritten()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Animal>(), TableModel.Of<Dog>(), TableModel.Of<Cat>()), Ct);
        Animal[] animals =
        [
            new Dog { Zoo = "z", Name = "a", Tricks = 3 }, new Cat { Zoo = "z", Name = "b", Lives = 9 },
            new Animal { Zoo = "z", Name = "c" }
        ];
        (await db.BatchWriteAsync(animals.Select(db.Table<Animal>().Put), Ct)).ThrowIfIncomplete();

        Assert.Equal(animals, await db.Table<Animal>().Query(Animal.Partition("z")).ToListAsync(Ct));
        Assert.Equal(animals[..1], await db.Table<Dog>().Query(Dog.Partition("z")).ToListAsync(Ct));
        Assert.Equal(animals[1..2], await db.Table<Cat>().Scan().ToListAsync(Ct));
        Assert.Equal(
            2, await db.Table<Animal>().Query(Animal.Partition("z")).As(new ItemKinds<Animal>().Add<Dog>().Add<Cat>()).CountAsync(Ct));
    }

    [Fact]
    public async Task Get_AsOneType_DoesNotReturnAnother()
    {
        using var db = await AnimalsAsync();
        Assert.Null(await db.Table<Cat>().GetAsync(Cat.Key("z", "a"), cancellationToken: Ct));
        Assert.False((await db.Table<Cat>().Get(Cat.Key("z", "a")).ExecuteAsync(Ct)).HasItem);
        Assert.Empty((await db.Table<Cat>().BatchGetAsync([Cat.Key("z", "a")], Ct)).Items);
        var get = db.Table<Cat>().Get(Cat.Key("z", "a"));
        Assert.Null((await db.TransactGetAsync([get], Ct)).Find(get));
        Assert.Null((await db.BatchGetAsync([get], Ct)).Find(get));
        Assert.IsType<Dog>(await db.Table<Animal>().GetAsync(Animal.Key("z", "a"), cancellationToken: Ct));
    }

    [Fact]
    public async Task Read_OfTheBaseClassAsOneType_ReturnsOnlyThatType()
    {
        using var db = await AnimalsAsync();
        var animals = db.Table<Animal>();
        var cat = new Cat { Zoo = "z", Name = "b", Lives = 9 };
        Assert.Equal([cat], await animals.Query(Animal.Partition("z")).As<Cat>().ToListAsync(Ct));
        Assert.Equal([cat], await animals.Scan().As<Cat>().ToListAsync(Ct));
        Assert.Equal(1, await animals.Query(Animal.Partition("z")).As<Cat>().CountAsync(Ct));
        Assert.Equal(3, (await animals.Query(Animal.Partition("z")).As<Animal>().ToListAsync(Ct)).Count);
        Assert.Equal([cat], await db.Table<Cat>().Query(Cat.Partition("z")).As<Animal>().ToListAsync(Ct));

        Assert.Null((await animals.Get(Animal.Key("z", "a")).As<Cat>().ExecuteAsync(Ct)).Item);
        Assert.Equal(cat, (await animals.Get(Animal.Key("z", "b")).As<Cat>().ExecuteAsync(Ct)).Item);
        ItemKey<Animal>[] keys = [Animal.Key("z", "a"), Animal.Key("z", "b"), Animal.Key("z", "c")];
        Assert.Equal([cat], (await animals.BatchGetAsync<Cat>(keys, cancellationToken: Ct)).Items);

        var error = Assert.Throws<InvalidOperationException>(() => db.Table<Cat>().Query(Cat.Partition("z")).As<Dog>());
        Assert.Contains("No item can be read as a Dog", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AsOneType_DoesNotTouchAnother()
    {
        using var db = await AnimalsAsync();
        var cats = db.Table<Cat>();
        var cat = new Cat { Zoo = "z", Name = "a", Lives = 1 };
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cats.PutAsync(cat, Ct));
        Assert.Contains("'z' / 'a' in the table 'animals' failed", error.Message, StringComparison.Ordinal);
        Assert.Contains("may be of another type than Cat", error.Message, StringComparison.Ordinal);
        Assert.Contains("put it through the table of the base class", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cats.Put(cat).ReturnOld().ExecuteAsync(Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cats.DeleteAsync(Cat.Key("z", "a"), Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => cats.Update(Cat.Key("z", "a")).Set(c => c.Lives, 2).ExecuteAsync(Ct));
        var put = cats.Put(cat).ReturnItemOnFailure();
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => db.TransactWriteAsync([put], Ct));
        Assert.Null(canceled.FailureOf(put)!.CurrentItem<Cat>());
        Assert.IsType<Dog>(canceled.FailureOf(put)!.CurrentItem<Animal>());
        Assert.Equal(
            new Dog { Zoo = "z", Name = "a", Tricks = 3 }, await db.Table<Dog>().GetAsync(Dog.Key("z", "a"), cancellationToken: Ct));

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cats.CreateAsync(cat, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cats.DeleteAsync(cat, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => cats.Update(Cat.Key("z", "a")).IfExists().Set(c => c.Lives, 2).ExecuteAsync(Ct));

        // Through the base class an animal may become another one.
        await db.Table<Animal>().PutAsync(cat, Ct);
        Assert.Equal(cat, await cats.GetAsync(Cat.Key("z", "a"), cancellationToken: Ct));
    }

    [Fact]
    public async Task Update_ThatCreatesAnItem_WritesItsType()
    {
        using var db = await AnimalsAsync();
        await db.Table<Cat>().Update(Cat.Key("z", "new")).Add(c => c.Lives, 1).ExecuteAsync(Ct);
        await db.TransactWriteAsync([db.Table<Dog>().Update(Dog.Key("z", "newer")).Add(d => d.Tricks, 2)], Ct);
        Assert.Equal(
            new Cat { Zoo = "z", Name = "new", Lives = 1 },
            await db.Table<Animal>().GetAsync(Animal.Key("z", "new"), cancellationToken: Ct));
        Assert.Equal(5, (await db.Table<Animal>().Query(Animal.Partition("z")).ToListAsync(Ct)).Count);
        Assert.Equal(2, await db.Table<Dog>().Query(Dog.Partition("z")).CountAsync(Ct));
    }

    [Fact]
    public async Task Update_AsABaseClass_KeepsTheTypeOfTheItem()
    {
        using var db = await AnimalsAsync();
        var animals = db.Table<Animal>();
        var color = (await animals.Update(Animal.Key("z", "a")).Set(a => a.Color, "red").ReturnNew().ExecuteAsync(Ct)).Item;
        await db.TransactWriteAsync([animals.Update(Animal.Key("z", "a")).Set(a => a.Color, "blue")], Ct);
        await animals.Update(Animal.Key("z", "new")).Set(a => a.Color, "green").ExecuteAsync(Ct);

        Assert.IsType<Dog>(color);
        Assert.Equal("blue", (await db.Table<Dog>().GetAsync(Dog.Key("z", "a"), cancellationToken: Ct))?.Color);
        Assert.IsType<Animal>(await animals.GetAsync(Animal.Key("z", "new"), cancellationToken: Ct));
    }

    [Fact]
    public async Task Update_ThatOnlyRemoves_CreatesNoItem()
    {
        using var db = await AnimalsAsync();
        await db.Table<Cat>().Update(Cat.Key("z", "new")).Set(c => c.Color, null).ExecuteAsync(Ct);

        await db.Table<Dog>().PutAsync(new Dog { Zoo = "z", Name = "new", Tricks = 1 }, Ct);
        Assert.IsType<Dog>(await db.Table<Animal>().GetAsync(Animal.Key("z", "new"), cancellationToken: Ct));
    }

    [Fact]
    public async Task Update_AsAnAbstractBase_ChangesItemsButCreatesNone()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Vehicle>(), TableModel.Of<Bicycle>()), Ct);
        var key = Vehicle.Key("f", new DateOnly(2026, 1, 1), "p");
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => db.Table<Vehicle>().Update(key).Set(v => v.ScrappedAt, DateTimeOffset.MaxValue).ExecuteAsync(Ct));
        Assert.Equal(0, await db.Table<Vehicle>().Scan().CountAsync(Ct));

        await db.Table<Bicycle>().PutAsync(new Bicycle { Fleet = "f", Plate = "p", Built = new DateOnly(2026, 1, 1) }, Ct);
        var scrapped = new DateTimeOffset(2126, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await db.Table<Vehicle>().Update(key).Set(v => v.ScrappedAt, scrapped).ExecuteAsync(Ct);
        Assert.Equal(scrapped, (await db.Table<Bicycle>().Scan().ToListAsync(Ct)).Single().ScrappedAt);
    }

    private static async Task<DynamoClient> AnimalsAsync()
    {
        var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Animal>(), TableModel.Of<Dog>(), TableModel.Of<Cat>()), Ct);
        await db.Table<Dog>().PutAsync(new Dog { Zoo = "z", Name = "a", Tricks = 3 }, Ct);
        await db.Table<Cat>().PutAsync(new Cat { Zoo = "z", Name = "b", Lives = 9 }, Ct);
        await db.Table<Animal>().PutAsync(new Animal { Zoo = "z", Name = "c" }, Ct);
        return db;
    }
}
