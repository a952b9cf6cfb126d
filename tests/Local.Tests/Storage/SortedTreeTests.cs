using DynamoToolkit.Local.Storage;
using Tree = DynamoToolkit.Local.Storage.SortedTree<byte[], DynamoToolkit.Local.Tests.Storage.WholeEntry>;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class SortedTreeTests
{
    // Keys of two bytes have different heads, keys with a long common beginning have the same one.
    [Theory]
    [InlineData(500, 0)]
    [InlineData(500, 9)]
    [InlineData(5_000, 0)]
    [InlineData(5_000, 12)]
    public void Tree_RandomChanges_AgreesWithASortedDictionary(int keys, int common)
    {
        var random = new Random(keys + common);
        var tree = Tree.Empty;
        var model = new SortedDictionary<int, byte[]>();
        for (var i = 0; i < 40_000; i++)
        {
            // It grows, then shrinks to nothing.
            var key = random.Next(keys);
            if (random.Next(40_000) < i)
            {
                var before = tree;
                tree = tree.Remove(Key(key, common));
                Assert.Equal(!model.Remove(key), before == tree);
            }
            else
            {
                model[key] = Key(key, common);
                tree = tree.Set(model[key]);
            }

            if (i % 1_000 == 0)
                AssertSame(model, tree, random, keys, common);
        }

        foreach (var key in model.Keys.ToList())
        {
            model.Remove(key);
            tree = tree.Remove(Key(key, common));
        }

        AssertSame(model, tree, random, keys, common);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(197)]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public void FromSorted_AnyCount_HoldsAllAndCanChange(int count)
    {
        var entries = Enumerable.Range(0, count).Select(static i => Key(i * 2, 0)).ToArray();

        var tree = Tree.FromSorted(entries);

        Assert.Equal(entries, Values(tree.Walk(null, null)));
        Assert.All(entries, entry => Assert.Equal(entry, tree.Get(entry)));
        tree = entries.Aggregate(tree, static (changed, entry) => changed.Set(Key(Number(entry) + 1, 0)).Remove(entry));
        Assert.Equal(count, tree.Count);
        Assert.Equal(entries.Select(static entry => Number(entry) + 1), Values(tree.Walk(null, null)).Select(Number));
    }

    // The last branches of a tree that is made at once can have a single child.
    [Theory]
    [InlineData(15)]
    [InlineData(197)]
    [InlineData(2_745)]
    [InlineData(3_000)]
    public void Remove_InOrder_EmptiesTheTree(int count)
    {
        var entries = Enumerable.Range(0, count).Select(static i => Key(i, 0)).ToArray();
        byte[][] mixed = [.. entries.OrderBy(static entry => Number(entry) * 7919 % 2_741)];
        foreach (var order in (byte[][][])[entries, [.. entries.Reverse()], mixed])
        {
            var tree = Tree.FromSorted(entries);
            var left = count;
            foreach (var entry in order)
            {
                tree = tree.Remove(entry);
                Assert.Equal(--left, tree.Count);
                Assert.Null(tree.Get(entry));
                if (left % 100 == 0)
                    Assert.Equal(left, Values(tree.Walk(null, null)).Count);
            }

            Assert.Equal(Tree.Empty, tree);
        }
    }

    [Theory]
    [InlineData(10, 20)]
    [InlineData(0, 1)]
    [InlineData(95, 200)]
    [InlineData(30, 30)]
    [InlineData(40, 30)]
    [InlineData(90, 5)]
    public void Walk_Range_TakesFirstAndLeavesOutLast(int from, int to)
    {
        var tree = Tree.Empty;
        for (var i = 0; i < 100; i++)
            tree = tree.Set(Key(i, 0));

        var expected = Enumerable.Range(0, 100).Where(i => i >= from && i < to).ToList();

        Assert.Equal(expected, Values(tree.Walk(Key(from, 0), Key(to, 0))).Select(Number));
        expected.Reverse();
        Assert.Equal(expected, Values(tree.Walk(Key(from, 0), Key(to, 0), descending: true)).Select(Number));
    }

    [Fact]
    public void Tree_Changed_LeavesEarlierOnesAsTheyWere()
    {
        byte[] one = [1, 1];
        var before = Tree.Empty.Set(one);
        var after = before.Set([1, 1]).Set([2, 2]);

        Assert.Equal(one, Assert.Single(Values(before.Walk(null, null))));
        Assert.NotSame(one, after.Get(one));
        Assert.Equal(2, after.Count);
        Assert.Equal(after, after.Remove([3, 3]));
    }

    // A tree that is made at once can have branches with a single child.
    [Theory]
    [InlineData(197)]
    [InlineData(211)]
    [InlineData(2_745)]
    public void Remove_AllFromTheEnd_LeavesNothing(int count)
    {
        var entries = Enumerable.Range(0, count).Select(static i => Key(i, 0)).ToArray();
        var tree = Tree.FromSorted(entries);

        for (var left = count - 1; left >= 0; left--)
        {
            tree = tree.Remove(entries[left]);
            Assert.Equal(left, tree.Count);
        }

        Assert.Empty(Values(tree.Walk(null, null)));
    }

    // Writers try their change on the tree that they find, while others change it.
    [Theory]
    [InlineData(40, 0)]
    [InlineData(500, 9)]
    [InlineData(5_000, 0)]
    [InlineData(5_000, 12)]
    public void Set_TriedOnEarlierTree_IsRightOnThisOne(int keys, int common)
    {
        var random = new Random(keys + common);
        var tree = Tree.Empty;
        var model = new SortedDictionary<int, byte[]>();
        var tried = new Queue<(int Key, TreeChange<byte[], WholeEntry> Change)>();
        for (var i = 0; i < 40_000; i++)
        {
            var removed = random.Next(keys);
            if (random.Next(60_000) < i)
            {
                tree = tree.Remove(Key(removed, common));
                model.Remove(removed);
            }

            var key = random.Next(keys);
            tried.Enqueue((key, tree.Try(Key(key, common))));
            if (tried.Count <= random.Next(20))
                continue;

            var (number, change) = tried.Dequeue();
            tree = tree.Set(change, out var replaced);
            Assert.Equal(model.GetValueOrDefault(number), replaced);
            model[number] = change.Entry;
            if (i % 1_000 == 0)
                AssertSame(model, tree, random, keys, common);
        }

        AssertSame(model, tree, random, keys, common);
    }

    [Fact]
    public void Set_TriedOnEarlierTree_MakesOnlyNodesThatChangedSince()
    {
        var entries = Enumerable.Range(0, 60_000).Select(static i => Key(i, 0)).ToArray();
        var before = Tree.FromSorted(entries);
        var change = before.Try(Key(10_000, 0));
        var other = before.Set(Key(50_000, 0));
        Assert.Equal(change.After, before.Set(change, out _));

        var whole = Allocated(() => other.Set(Key(10_000, 0)));
        var rest = Allocated(() => other.Set(change, out _));

        Assert.True(rest * 2 < whole, $"{rest} bytes after a try, {whole} without");
    }

    [Fact]
    public void Get_KeysThatBeginOthers_AreTold()
    {
        byte[] eight = [255, 255, 255, 255, 255, 255, 255, 255];
        byte[][] keys = [[], [0], [0, 0], [1], [1, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0], eight, [.. eight, 0]];
        var tree = keys.Reverse().Aggregate(Tree.Empty, static (tree, key) => tree.Set(key));

        Assert.All(keys, key => Assert.Equal(key, tree.Get(key)));
        Assert.Null(tree.Get([0, 0, 0]));
        Assert.Equal(keys, Values(tree.Walk(null, null)));
    }

    private static void AssertSame(SortedDictionary<int, byte[]> model, Tree tree, Random random, int keys, int common)
    {
        var (from, to) = (random.Next(keys), random.Next(keys));
        var range = model.Where(pair => pair.Key >= from && pair.Key < to).Select(static pair => pair.Value).ToList();
        Assert.Equal(model.Count, tree.Count);
        Assert.Equal(model.Values, Values(tree.Walk(null, null)));
        Assert.Equal(model.Values.Reverse(), Values(tree.Walk(null, null, descending: true)));
        Assert.Equal(range, Values(tree.Walk(Key(from, common), Key(to, common))));
        range.Reverse();
        Assert.Equal(range, Values(tree.Walk(Key(from, common), Key(to, common), descending: true)));
        Assert.Equal(model.GetValueOrDefault(from), tree.Get(Key(from, common)));
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Key(int key, int common) => [.. new byte[common], (byte)(key >> 8), (byte)key];

    private static int Number(byte[] key) => (key[^2] << 8) + key[^1];

    private static List<byte[]> Values(TreeCursor<byte[], WholeEntry> cursor)
    {
        var values = new List<byte[]>();
        while (cursor.MoveNext())
            values.Add(cursor.Value);
        return values;
    }
}
