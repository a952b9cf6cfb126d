using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class TableMapTests
{
    private static readonly string[] Names = ["b", "B", "a.b", "a-b", "a_b", "ab", "ba", "Z", "z", "10", "9"];

    [Fact]
    public void AnyChanges_AgreeWithADictionary()
    {
        var random = new Random(7);
        var expected = new SortedDictionary<string, Table>(StringComparer.Ordinal);
        var map = TableMap.Empty;
        for (var change = 0; change < 2000; change++)
        {
            var name = Names[random.Next(Names.Length)];
            var before = (Map: map, Tables: expected.Values.ToList());
            if (random.Next(3) > 0)
            {
                expected[name] = Table.Create(Schemas.OfTexts(name));
                map = map.With(expected[name]);
            }
            else
            {
                expected.Remove(name);
                map = map.Without(name);
            }

            Assert.Equal(expected.Values, map);
            Assert.Equal(expected.Keys, map.Names);
            Assert.All(Names, one => Assert.Same(expected.GetValueOrDefault(one), map.Find(one)));
            Assert.Equal(before.Tables, before.Map);
        }
    }

    [Fact]
    public void Of_TablesInAnyOrder_SortsThem()
    {
        var map = TableMap.Of(Names.Select(static name => Table.Create(Schemas.OfTexts(name))));

        Assert.Equal(Names.Order(StringComparer.Ordinal), map.Names);
        Assert.All(Names, name => Assert.Equal(name, map.Find(name)!.Schema.Name));
    }
}
