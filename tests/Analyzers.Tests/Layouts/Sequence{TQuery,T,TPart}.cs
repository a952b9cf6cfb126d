using DynamoToolkit.Wire;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>A query or scan of an item type.</summary>
/// <param name="make">Makes it.</param>
internal sealed class Sequence<TQuery, T, TPart>(Func<TQuery> make) : Sequence
    where TQuery : QueryBuilder<TQuery, T>
    where T : IItem<T>
    where TPart : IDynamoMap<TPart>
{
    public override async Task<List<string>> ListAsync(int? limit, int? pageSize, bool isPart)
    {
        var query = Make(limit, pageSize);
        return isPart ? Show(await query.As<TPart>().ToListAsync()) : Show(await query.ToListAsync());
    }

    public override Task<long> CountAsync(int? limit, int? pageSize, bool isPart) =>
        isPart ? Make(limit, pageSize).As<TPart>().CountAsync() : Make(limit, pageSize).CountAsync();

    public override async Task<List<string>> FirstAsync() => await make().FirstOrDefaultAsync() is { } first ? [ItemText.Show(first)] : [];

    public override async Task<List<string>> PagesAsync(int limit)
    {
        var items = new List<string>();
        PageToken? next = null;
        do
        {
            var page = await make().Limit(limit).GetPageAsync(next);
            Assert.InRange(page.Items.Count, 0, limit);
            items.AddRange(Show(page.Items));
            next = page.Next;
        }
        while (next is not null);
        return items;
    }

    public override async Task<List<string>> ListAsync(ItemKinds<object> kinds, int? limit) =>
        Show(await Make(limit, null).As(kinds).ToListAsync());

    public override Task<long> CountAsync(ItemKinds<object> kinds, int? limit) => Make(limit, null).As(kinds).CountAsync();

    private static List<string> Show<TItem>(IReadOnlyList<TItem> items) => [.. items.Select(static item => ItemText.Show(item!))];

    private TQuery Make(int? limit, int? pageSize)
    {
        var query = make();
        if (limit is { } items)
            query = query.Limit(items);
        return pageSize is { } size ? query.PageSize(size) : query;
    }
}
