using DynamoToolkit.Borders;
using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>
/// Null and empty sets inside lists and dictionaries are updated to what a put would store, and compared as what they are.
/// </summary>
public sealed class NullElementTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Shelf> Shelves => db.Table<Shelf>();

    public async ValueTask InitializeAsync() => await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shelf>()), Ct);

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Elements_SetToNull_KeepThePositionsOfTheOthers()
    {
        var shelf = new Shelf
        {
            Id = "1",
            Titles = ["a", "b"],
            Years = [1, 2],
            Lent = [true, false],
            Places = [new Place { City = "Bern" }, null],
            Subjects = [["x"], ["y"]],
        };
        await Shelves.PutAsync(shelf, Ct);
        var after = (await Shelves.Update(Shelf.Key("1"))
            .Set(s => s.Titles[0], null)
            .Set(s => s.Years[0], null)
            .Set(s => s.Lent[0], null)
            .Set(s => s.Places[0], null)
            .Set(s => s.Subjects[0], new HashSet<string>())
            .ReturnNew()
            .ExecuteAsync(Ct)).Item!;
        Assert.Equal([null, "b"], after.Titles!);
        Assert.Equal([null, 2], after.Years!);
        Assert.Equal([null, false], after.Lent!);
        Assert.Equal([null, null], after.Places!);
        Assert.Equal([[], ["y"]], after.Subjects!);
    }

    [Fact]
    public async Task Values_OfDictionaries_AreSetAsAPutStoresThem()
    {
        var shelf = new Shelf
        {
            Id = "1",
            Notes = new() { ["a"] = "x" },
            Labels = new() { ["a"] = "x" },
            Counts = new() { [1] = 1 },
            Words = new() { ["a"] = ["x"] },
            Rooms = new() { ["a"] = new Place { City = "Bern" } },
            Rows = new() { [1] = [1] },
            Halls = new() { ["a"] = new Place { City = "Bern" } },
        };
        await Shelves.PutAsync(shelf, Ct);
        var after = (await Shelves.Update(Shelf.Key("1"))
            .Set(s => s.Notes["a"], null)
            .Set(s => s.Labels["a"], null)
            .Set(s => s.Counts[1], null)
            .Set(s => s.Words["a"], new HashSet<string>())
            .Set(s => s.Rooms["a"], null)
            .Set(s => s.Rows[1], null)
            .Set(s => s.Halls["a"], null)
            .ReturnNew()
            .ExecuteAsync(Ct)).Item!;
        Assert.Equal(new Dictionary<string, string?> { ["a"] = null }, after.Notes);
        Assert.Empty(after.Labels!);
        Assert.Equal(new Dictionary<int, int?> { [1] = null }, after.Counts);
        Assert.Equal(new Dictionary<string, Place?> { ["a"] = null }, after.Rooms);
        Assert.Equal(new Dictionary<int, List<int>?> { [1] = null }, after.Rows);
        Assert.Empty(after.Halls!);
        Assert.Empty(after.Words!["a"]);
    }

    [Fact]
    public void Element_OfAListWithoutNulls_IsNotRemovedByNull()
    {
        var update = Shelves.Update(Shelf.Key("1"));
        var error = Assert.Throws<ArgumentException>(() => update.Set(s => s.Names[1], null));
        Assert.StartsWith(
            "'names[1]' can't be set to null: the elements of the list are not nullable.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => update.Set(s => s.Subjects[1], null));
    }

    [Fact]
    public async Task Sets_WithoutElements_AreEqualToAnEmptySetAndHaveTheSizeZero()
    {
        await Shelves.PutAsync(new Shelf { Id = "none" }, Ct);
        await Shelves.PutAsync(new Shelf { Id = "one", Tags = ["x"] }, Ct);
        await Shelves.PutAsync(new Shelf { Id = "two", Tags = ["x", "y"] }, Ct);
        Assert.Equal("none", await FindAsync(s => s.Tags.Size() == 0));
        Assert.Equal("none one", await FindAsync(s => s.Tags.Size() < 2));
        Assert.Equal("none two", await FindAsync(s => s.Tags.Size() != 1));
        Assert.Equal("none one", await FindAsync(s => s.Tags.Size().Between(0, 1)));
        Assert.Equal("one two", await FindAsync(s => s.Tags.Size() > 0));
        Assert.Equal("none one two", await FindAsync(s => s.Tags.Size() >= 0));
        Assert.Equal("none", await FindAsync(s => s.Tags == new HashSet<string>()));
        Assert.Equal("one two", await FindAsync(s => s.Tags != new HashSet<string>()));
        Assert.Equal("none", await FindAsync(s => s.Tags.EqualTo([])));
    }

    [Fact]
    public async Task In_WithNull_FindsItemsWithoutTheAttribute()
    {
        await Shelves.PutAsync(new Shelf { Id = "a", Owner = "o", Rank = 1, Status = RunStatus.Failed, Open = true }, Ct);
        await Shelves.PutAsync(new Shelf { Id = "b" }, Ct);
        await Shelves.PutAsync(new Shelf { Id = "c", Owner = "p", Rank = 2, Status = RunStatus.Running, Open = false }, Ct);
        Assert.Equal("a b", await FindAsync(s => s.Owner.In("o", null!)));
        Assert.Equal("b", await FindAsync(s => s.Owner.In([null!])));
        Assert.Equal("a b", await FindAsync(s => s.Rank.In(1, null)));
        Assert.Equal("a", await FindAsync(s => s.Rank.In(new int?[] { 1 })));
        Assert.Equal("a b", await FindAsync(s => s.Status.In(RunStatus.Failed, null)));
        Assert.Equal("b c", await FindAsync(s => s.Open.In(new bool?[] { false, null })));
        Assert.Equal("a c", await FindAsync(s => s.Rank.In(1, 2)));
        Assert.Equal("", await FindAsync(s => s.Rank.In()));
    }

    [Fact]
    public async Task Numbers_MayStandFirstInTheValueOfAnUpdate()
    {
        await Shelves.PutAsync(new Shelf { Id = "1", Rank = 3 }, Ct);
        await Shelves.Update(Shelf.Key("1")).Set(s => s.Rank, s => 10 - s.Rank).ExecuteAsync(Ct);
        Assert.Equal(7, (await Shelves.GetAsync(Shelf.Key("1"), cancellationToken: Ct))!.Rank);
        await Shelves.Update(Shelf.Key("1")).Set(s => s.Rank, s => 1 + s.Rank).ExecuteAsync(Ct);
        await Shelves.Update(Shelf.Key("1")).Set(s => s.Rank, s => 1 - s.Rank.IfNotExists(0)).ExecuteAsync(Ct);
        await Shelves.Update(Shelf.Key("1")).Set(s => s.Rank, s => s.Rank - s.Places[0].Zip.IfNotExists(1)).ExecuteAsync(Ct);
        Assert.Equal(-8, (await Shelves.GetAsync(Shelf.Key("1"), cancellationToken: Ct))!.Rank);
    }

    [Fact]
    public void Keys_ThatAreEmpty_AndNegativePositions_NameTheirAttribute()
    {
        var update = Shelves.Update(Shelf.Key("1"));
        var key = Assert.Throws<ArgumentException>(() => update.Remove(s => s.Labels[""]));
        Assert.Contains("'labels' has no empty keys", key.Message, StringComparison.Ordinal);
        var position = Assert.Throws<ArgumentOutOfRangeException>(() => update.Remove(s => s.Names[-1]));
        Assert.Contains("'names' has no element", position.Message, StringComparison.Ordinal);
        var name = Assert.Throws<InvalidAttributeValueException>(
            () => DynamoJson.Serialize(new Shelf { Id = "1", Labels = new() { ["a"] = "x", [""] = "y" } }));
        Assert.Equal("Attribute 'labels' contains an empty name. A name in a map has at least one character.", name.Message);
    }

    private async Task<string> FindAsync(Func<Shelf.Attributes, Condition> condition) =>
        string.Join(' ', (await Shelves.Scan().Where(condition).ToListAsync(Ct)).Select(shelf => shelf.Id).Order());
}
