using DynamoToolkit.Runtime.Tests.Tables.Support;

namespace DynamoToolkit.Runtime.Tests.Schema;

public sealed class TableDefinitionTests
{
    private static readonly KeyModel Pk = new("pk", KeyType.String);
    private static readonly KeyModel Sk = new("sk", KeyType.String);

    [Fact]
    public void Models_OfOneTable_AreMerged()
    {
        var definition = TableDefinition.For(Metric.Model, Run.Model);
        Assert.Equal("tracking", definition.TableName);
        Assert.Equal("expiresAt", definition.TimeToLiveAttribute);
        Assert.Equal(["byExperiment", "byPlace", "byExpiry"], definition.Indexes.Select(index => index.Name));
    }

    [Fact]
    public void Models_OfAnyTables_AreGroupedByTable()
    {
        var definitions = TableDefinition.ForAll([Model("b"), Metric.Model, Model("a"), Run.Model]);
        Assert.Equal(["a", "b", "tracking"], definitions.Select(definition => definition.TableName));
        Assert.Equal(3, definitions[2].Indexes.Count);
        Assert.Empty(TableDefinition.ForAll([]));
        Assert.Throws<ArgumentException>(() => TableDefinition.ForAll([Model("a", timeToLive: "x"), Model("a", timeToLive: "y")]));
    }

    [Fact]
    public void Models_OfSeveralTables_AreRefused() => Refuses("'a' and", Model("a"), Model("b"));

    [Fact]
    public void Models_WithOtherKeys_AreRefused() =>
        Refuses("different keys", Model("a"), new TableModel("a", typeof(int)) { Partition = new KeyModel("id", KeyType.String) });

    [Fact]
    public void Models_WithOtherTimeToLive_AreRefused() =>
        Refuses("'x'", Model("a", timeToLive: "x"), Model("a"), Model("a", timeToLive: "y"));

    [Fact]
    public void Indexes_OfOneNameWithOtherKeys_AreRefused() =>
        Refuses("different keys", Model("a", indexes: [Index("i", Pk)]), Model("a", indexes: [Index("i", Sk)]));

    [Fact]
    public void Indexes_OfOneNameWithOtherProjections_AreRefused() =>
        Refuses("hold", Model("a", indexes: [Index("i", Sk)]), Model("a", indexes: [Index("i", Sk, IndexProjection.KeysOnly)]));

    [Fact]
    public void Indexes_ThatIncludeAttributes_HoldThemAll()
    {
        var definition = TableDefinition.For(
            Model("a", indexes: [Index("i", Sk, IndexProjection.Include, "x", "y")]),
            Model("a", indexes: [Index("i", Sk, IndexProjection.Include, "y", "z")]));
        Assert.Equal(["x", "y", "z"], definition.Indexes[0].IncludedAttributes);
    }

    [Fact]
    public void KeyAttribute_OfTwoTypes_IsRefused() =>
        Refuses("several types", Model(
            "a", indexes: [Index("i", new KeyModel("n", KeyType.Number)), Index("j", new KeyModel("n", KeyType.String))]));

    [Fact]
    public void Definition_WithoutModels_IsRefused() => Assert.Throws<ArgumentException>(() => TableDefinition.For());

    private static void Refuses(string reason, params TableModel[] models) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => TableDefinition.For(models)).Message);

    private static TableModel Model(string table, string? timeToLive = null, params IndexModel[] indexes) =>
        new(table, typeof(string)) { Partition = Pk, Sort = Sk, TimeToLiveAttribute = timeToLive, Indexes = indexes };

    private static IndexModel Index(
        string name, KeyModel partition, IndexProjection projection = IndexProjection.All, params string[] included) =>
        new(name) { Partition = [partition], Projection = projection, IncludedAttributes = included };
}
