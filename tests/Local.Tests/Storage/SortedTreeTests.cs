using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class SortedTreeTests
{
    [Fact]
    public void Tree_RandomChanges_AgreesWithASortedDictionary()
    {
        var random = new Random(1);
        var tree = SortedTree<string>.Empty;
        var model = new SortedDictionary<int, string>();
        for (var i = 0; i < 20_000; i++)
        {
            var key = random.Next(500);
            if (random.Next(3) == 0)
            {
                tree = tree.Remove(Bytes(key));
                model.Remove(key);
            }
            else
            {
                tree = tree.Set(Bytes(key), $"{i}");
                model[key] = $"{i}";
            }
        }

        Assert.Equal(model.Count, tree.Count);
        Assert.Equal(model.Values, Values(tree.Walk(null, null)));
        Assert.Equal(model.Values.Reverse(), Values(tree.Walk(null, null, descending: true)));
        Assert.True(tree.Root!.Height <= 1.45 * Math.Log2(tree.Count + 2));
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(0, 1)]
    [InlineData(95, 200)]
    [InlineData(30, 30)]
    [InlineData(40, 30)]
    public void Walk_Range_TakesFirstAndLeavesOutLast(int from, int to)
    {
        var tree = SortedTree<string>.Empty;
        for (var i = 0; i < 100; i++)
            tree = tree.Set(Bytes(i), $"{i}");

        var expected = Enumerable.Range(0, 100).Where(i => i >= from && i < to).Select(static i => $"{i}").ToList();

        Assert.Equal(expected, Values(tree.Walk(Bytes(from), Bytes(to))));
        expected.Reverse();
        Assert.Equal(expected, Values(tree.Walk(Bytes(from), Bytes(to), descending: true)));
    }

    [Fact]
    public void Tree_Changed_LeavesEarlierOnesAsTheyWere()
    {
        var before = SortedTree<string>.Empty.Set(Bytes(1), "one");
        var after = before.Set(Bytes(1), "uno").Set(Bytes(2), "due");

        Assert.Equal(["one"], Values(before.Walk(null, null)));
        Assert.Equal(["uno", "due"], Values(after.Walk(null, null)));
        Assert.Same(after, after.Remove(Bytes(3)));
    }

    private static byte[] Bytes(int key) => [(byte)(key >> 8), (byte)key];

    private static List<string> Values(TreeCursor<string> cursor)
    {
        var values = new List<string>();
        while (cursor.MoveNext())
            values.Add(cursor.Value);
        return values;
    }
}
