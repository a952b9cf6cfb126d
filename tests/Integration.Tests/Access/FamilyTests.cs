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
}
