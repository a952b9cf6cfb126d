namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>
/// Compares what a query of a sharded key returns, page by page, to and fro and in both directions, with the list of all items in their
/// order.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
/// <param name="random">Draws what is asked for.</param>
internal sealed class ShardHistory<T>(Random random)
    where T : class
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Compares a query with what it has to return.</summary>
    /// <param name="expected">The items, in ascending order; items that are equal in the order of the service may have any order.</param>
    /// <param name="query">Makes the query: with a limit, a page size, and a direction.</param>
    /// <param name="orderOf">What the service orders items by, with the shard.</param>
    /// <param name="idOf">What identifies an item.</param>
    public async Task CompareAsync(
        IReadOnlyList<T> expected,
        Func<int?, int?, bool, ItemSequence<T>> query,
        Func<T, (int Sort, int Shard)> orderOf,
        Func<T, string> idOf)
    {
        var all = await query(null, null, false).ToListAsync(Ct);
        Assert.Equal(expected.Select(orderOf).Order(), all.Select(orderOf));
        Assert.Equal(expected.Select(idOf).Order(StringComparer.Ordinal), all.Select(idOf).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Count, await query(null, null, false).CountAsync(Ct));
        Assert.Equal(expected.Count > 0, await query(null, null, false).AnyAsync(Ct));
        foreach (var isDescending in new[] { false, true })
        {
            int? limit = random.Next(4) == 0 ? null : random.Next(1, 7);
            int? size = limit is null || random.Next(3) == 0 ? random.Next(1, 7) : null;
            var ids = all.Select(idOf).ToList();
            if (isDescending)
                ids.Reverse();
            Assert.Equal(ids.Take(limit ?? int.MaxValue), (await query(limit, size, isDescending).ToListAsync(Ct)).Select(idOf));
            var found = await query(limit, size, isDescending).FirstOrDefaultAsync(Ct);
            Assert.Equal(ids.FirstOrDefault(), found is { } first ? idOf(first) : null);
            await WalkAsync(() => query(limit, size, isDescending), ids, limit, idOf);
        }
    }

    private async Task WalkAsync(Func<ItemSequence<T>> query, List<string> ids, int? limit, Func<T, string> idOf)
    {
        // Forth: the pages are all items, once each, and full except for the last one.
        List<Page<T>> pages = [];
        await foreach (var page in query().PagesAsync(cancellationToken: Ct))
            pages.Add(page);
        Assert.Equal(ids, pages.SelectMany(page => page.Items).Select(idOf));
        if (limit is { } full)
            Assert.All(pages.SkipLast(1).Where((_, i) => (i + 1) * full <= ids.Count), page => Assert.Equal(full, page.Items.Count));

        // Back, from any page: the items before it, in order.
        var at = random.Next(pages.Count);
        if (pages[at].Previous is not { } previous)
        {
            Assert.Equal(0, at);
            return;
        }

        var before = pages.Take(at).SelectMany(page => page.Items).Select(idOf).ToList();
        List<string> found = [];
        for (PageToken? token = previous; token is not null;)
        {
            var page = await query().GetPageAsync(token, Ct);
            found.InsertRange(0, page.Items.Select(idOf));
            token = page.Previous;
        }

        Assert.Equal(before, found);
    }
}
