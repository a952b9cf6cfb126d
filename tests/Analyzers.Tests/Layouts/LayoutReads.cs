namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>Reads and counts through every type of a layout, checked against the naive model.</summary>
internal sealed class LayoutReads(DynamoClient client, IReadOnlyList<ItemCase> layout, LayoutTable table, Random random)
{
    /// <summary>Reads as a type: of each kind of read, one of its ways.</summary>
    public async Task CheckAsync(ItemCase read)
    {
        await CheckGetsAsync(read);
        foreach (var partition in table.All.Select(static item => item.Key.Partition).Distinct().ToList())
        {
            if (read.Model.Partition.Matches(KeyValue.Of(partition)))
                await CheckQueriesAsync(read, partition);
        }

        foreach (var key in table.All.Select(static item => item.IndexKey).OfType<string>().Distinct())
        {
            var query = read.QueryIndex(client, key, random.Next(2) == 0);
            await CheckAsync($"index {key}", read, query, item => item.IndexKey == key, isOrdered: false);
        }

        await CheckAsync("scan", read, read.Scan(client, 1), static _ => true, isOrdered: false);
        await CheckAsync("parallel scan", read, read.Scan(client, 3), static _ => true, isOrdered: false, hasPages: false);
        await CheckSegmentsAsync(read);
    }

    private async Task CheckGetsAsync(ItemCase read)
    {
        var keys = table.All.Select(static item => item.Key).Where(read.Matches).ToList();
        foreach (var way in Enum.GetValues<GetWay>())
        {
            if (random.Next(2) == 0)
                continue;
            if (keys.Count == 0 && way is not (GetWay.Plain or GetWay.Builder or GetWay.Expired or GetWay.Part))
                continue;

            var isPart = way is GetWay.Part or GetWay.BatchPart or GetWay.BatchOfParts or GetWay.TransactionOfParts;
            var expected = way is GetWay.Expired ? table.All.Where(item => read.Includes(item.Type)) : table.Of(read);
            Same($"get {way}", read, Show(expected, read, isPart), await read.GetAsync(client, keys, way), isOrdered: false);
        }
    }

    private async Task CheckQueriesAsync(ItemCase read, string partition)
    {
        var isDescending = random.Next(2) == 0;
        var whole = read.Query(client, partition, null, isDescending);
        await CheckAsync(
            $"query {partition}", read, whole, item => item.Key.Partition == partition, isOrdered: true, isDescending: isDescending);

        var bounds = table.All.Where(item => read.Includes(item.Type) && item.Key.Partition == partition).ToList();
        if (bounds.Count == 0)
            return;

        var comparison = random.GetItems(Enum.GetValues<SortRange.Comparison>(), 1)[0];
        var range = new SortRange(comparison, random.GetItems([.. bounds], 1)[0].Key.Sort);
        var ranged = read.Query(client, partition, range, isDescending: false);
        await CheckAsync(
            $"query {partition} {range}",
            read,
            ranged,
            item => item.Key.Partition == partition && range.Holds(item.Key.Sort),
            isOrdered: true);
    }

    private async Task CheckSegmentsAsync(ItemCase read)
    {
        var found = new List<string>();
        long count = 0;
        for (var segment = 0; segment < 3; segment++)
        {
            found.AddRange(await read.ScanSegment(client, segment, 3).ListAsync(null, null, isPart: false));
            count += await read.ScanSegment(client, segment, 3).CountAsync(null, null, isPart: false);
        }

        Same("segments", read, Show(table.Of(read), read, isPart: false), found, isOrdered: false);
        Assert.Equal(found.Count, count);
    }

    private async Task CheckAsync(
        string name,
        ItemCase read,
        Sequence sequence,
        Func<StoredItem, bool> isFound,
        bool isOrdered,
        bool isDescending = false,
        bool hasPages = true)
    {
        var items = table.Of(read).Where(isFound).ToList();
        if (isDescending)
            items.Reverse();
        var expected = Show(items, read, isPart: false);
        var parts = Show(items, read, isPart: true);
        switch (random.Next(6))
        {
            case 0:
                Same($"{name}", read, expected, await sequence.ListAsync(null, null, isPart: false), isOrdered);
                Count($"{name}", read, expected.Count, await sequence.CountAsync(null, null, isPart: false));
                break;
            case 1:
                Same($"{name} of parts", read, parts, await sequence.ListAsync(null, null, isPart: true), isOrdered);
                Count($"{name} of parts", read, expected.Count, await sequence.CountAsync(null, null, isPart: true));
                break;
            case 2:
                Same($"{name} by ones", read, expected, await sequence.ListAsync(null, 1, isPart: false), isOrdered);
                Count($"{name} by ones", read, expected.Count, await sequence.CountAsync(null, 1, isPart: random.Next(2) == 0));
                break;
            case 3:
                Same($"{name}, the first", read, expected, await sequence.FirstAsync(), isOrdered, limit: 1);
                break;
            case 4:
                var limit = random.Next(1, 3);
                Same($"{name} limited to {limit}", read, expected, await sequence.ListAsync(limit, null, isPart: false), isOrdered, limit);
                var count = await sequence.CountAsync(limit, null, isPart: random.Next(2) == 0);
                Count($"{name} limited to {limit}", read, Math.Min(limit, expected.Count), count);
                if (hasPages)
                    Same($"{name} in pages of {limit}", read, expected, await sequence.PagesAsync(limit), isOrdered);
                break;
            default:
                await CheckMixedAsync(name, sequence, isFound, isOrdered, isDescending);
                break;
        }
    }

    private async Task CheckMixedAsync(string name, Sequence sequence, Func<StoredItem, bool> isFound, bool isOrdered, bool isDescending)
    {
        var kinds = new ItemKinds<object>();
        var types = new List<ItemCase>();
        foreach (var type in layout.Where(_ => random.Next(2) == 0))
        {
            // Of a type and its view, an item is read as one of them only.
            if (types.Any(other => (other.Viewed is null) != (type.Viewed is null) && other.Unit == type.Unit))
                continue;

            types.Add(type);
            type.AddTo(kinds);
        }

        if (types.Count == 0)
            return;

        name = $"{name} as {string.Join(", ", types.Select(static type => type.Type.Name))}";
        var items = table.All.Where(item => isFound(item) && !item.HasExpired && types.Any(type => type.Includes(item.Type))).ToList();
        if (isDescending)
            items.Reverse();
        var expected = items.Select(item => item.ShowAs(types.First(type => type.Includes(item.Type)))).ToList();
        Same(name, types[0], expected, await sequence.ListAsync(kinds, null), isOrdered);
        Same(name, types[0], expected, await sequence.ListAsync(kinds, 1), isOrdered, limit: 1);
        Count(name, types[0], expected.Count, await sequence.CountAsync(kinds, null));
        Count(name, types[0], Math.Min(2, expected.Count), await sequence.CountAsync(kinds, 2));
    }

    private static List<string> Show(IEnumerable<StoredItem> items, ItemCase read, bool isPart) =>
        [.. items.Select(item => isPart ? item.ShowAsPart() : item.ShowAs(read))];

    private static void Count(string name, ItemCase read, long expected, long actual)
    {
        if (expected != actual)
            Assert.Fail($"{name}: {read} has {expected} items, and {actual} are counted.");
    }

    private static void Same(string name, ItemCase read, List<string> expected, List<string> actual, bool isOrdered, int? limit = null)
    {
        var count = Math.Min(expected.Count, limit ?? int.MaxValue);
        var areSame = isOrdered
            ? actual.SequenceEqual(expected.Take(count))
            : actual.Count == count
                && actual.GroupBy(static item => item).All(group => group.Count() <= expected.Count(item => item == group.Key));
        if (!areSame)
            Assert.Fail($"{name}: read as {read}\nexpected {limit}\n  {Lines(expected)}\nbut got\n  {Lines(actual)}");

        static string Lines(List<string> items) => string.Join("\n  ", items);
    }
}
