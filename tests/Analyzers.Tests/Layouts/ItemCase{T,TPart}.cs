using System.Reflection;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>An item type of the pool, with every access to its table.</summary>
internal sealed class ItemCase<T, TPart>() : ItemCase(typeof(T), TableModel.Of<T>())
    where T : class, IItem<T>
    where TPart : IDynamoMap<TPart>
{
    private static readonly Attribute<int, NumberConverter<int>> N = new("n");
    private static readonly Attribute<string, StringConverter> G = new("g");
    private static readonly MethodInfo Parser = typeof(T).GetMethod(
        "TryParseKey", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!;

    public override ItemKeyText KeyOf(object item)
    {
        var key = T.KeyOf((T)item);
        return new ItemKeyText(key.Partition.Text!, key.Sort.Text!);
    }

    public override bool TryParse(ItemKeyText key)
    {
        var arguments = new object?[Parser.GetParameters().Length];
        arguments[0] = KeyOf(key);
        return (bool)Parser.Invoke(null, arguments)!;
    }

    public override Task<string?> PutAsync(DynamoClient client, object item, WriteWay way)
    {
        var table = client.Table<T>();
        return way is WriteWay.Plain ? Nothing(table.PutAsync((T)item)) : SendAsync(client, table.Put((T)item), way);
    }

    public override Task<string?> UpdateAsync(DynamoClient client, ItemKeyText key, int? n, WriteWay way)
    {
        var update = client.Table<T>().Update(KeyOf(key));
        update = n is { } number ? update.Set(N, (UpdateValue<int, NumberConverter<int>>)number) : update.Remove(G);
        return way is WriteWay.Plain ? Nothing(update.ExecuteAsync()) : SendAsync(client, update, way);
    }

    public override Task<string?> DeleteAsync(DynamoClient client, ItemKeyText key, WriteWay way)
    {
        var table = client.Table<T>();
        return way is WriteWay.Plain ? Nothing(table.DeleteAsync(KeyOf(key))) : SendAsync(client, table.Delete(KeyOf(key)), way);
    }

    public override async Task<List<string>> GetAsync(DynamoClient client, IReadOnlyList<ItemKeyText> keys, GetWay way)
    {
        var table = client.Table<T>();
        switch (way)
        {
            case GetWay.Batch:
                return Show((await table.BatchGetAsync(keys.Select(KeyOf))).Items);
            case GetWay.BatchPart:
                return Show((await table.BatchGetAsync<TPart>(keys.Select(KeyOf))).Items);
            case GetWay.BatchOfBuilders or GetWay.Transaction:
                return await TogetherAsync(client, [.. keys.Select(key => table.Get(KeyOf(key)))], way is GetWay.Transaction);
            case GetWay.BatchOfParts or GetWay.TransactionOfParts:
                var parts = keys.Select(key => table.Get(KeyOf(key)).As<TPart>());
                return await TogetherAsync(client, [.. parts], way is GetWay.TransactionOfParts);
        }

        var items = new List<object?>();
        foreach (var key in keys.Select(KeyOf))
        {
            items.Add(way switch
            {
                GetWay.Plain => await table.GetAsync(key),
                GetWay.Builder => (await table.Get(key).ExecuteAsync()).Item,
                GetWay.Expired => (await table.Get(key).IncludeExpired().ExecuteAsync()).Item,
                _ => (await table.Get(key).As<TPart>().ExecuteAsync()).Item,
            });
        }

        return Show(items);
    }

    public override Sequence Query(DynamoClient client, string partition, SortRange? range, bool isDescending) =>
        new Sequence<Query<T>, T, TPart>(() =>
        {
            var query = client.Table<T>().Query(new PartitionKeyCondition<T>(KeyValue.Of(partition)), range?.For<T>() ?? default);
            return isDescending ? query.Descending() : query;
        });

    public override Sequence QueryIndex(DynamoClient client, string partition, bool isDescending) =>
        new Sequence<IndexQuery<T, object>, T, TPart>(() =>
        {
            var query = client.Table<T>().Query(new IndexPartition<T, object>("byG", KeyValue.Of(partition)));
            return isDescending ? query.Descending() : query;
        });

    public override Sequence Scan(DynamoClient client, int degree) =>
        new Sequence<Scan<T>, T, TPart>(() => client.Table<T>().Scan().InParallel(degree));

    public override Sequence ScanSegment(DynamoClient client, int segment, int segments) =>
        new Sequence<Scan<T>, T, TPart>(() => client.Table<T>().Scan().Segment(segment, segments));

    public override void AddTo(ItemKinds<object> kinds) => kinds.Add<T>();

    private static ItemKey<T> KeyOf(ItemKeyText key) => new(KeyValue.Of(key.Partition), KeyValue.Of(key.Sort));

    private static async Task<string?> Nothing(Task task)
    {
        await task;
        return null;
    }

    private static async Task<string?> SendAsync<TWrite>(DynamoClient client, ExecutableWrite<TWrite, T> write, WriteWay way)
        where TWrite : ExecutableWrite<TWrite, T>
    {
        if (way is WriteWay.ReturnOld)
            return (await write.ReturnOld().ExecuteAsync()).Item is { } old ? ItemText.Show(old) : null;

        await (way is WriteWay.Batch ? client.BatchWriteAsync([write]) : (Task)client.TransactWriteAsync([write]));
        return null;
    }

    private static async Task<List<string>> TogetherAsync<TResult>(
        DynamoClient client, IReadOnlyList<GetBuilder<TResult>> gets, bool isTransaction)
        where TResult : IDynamoMap<TResult>
    {
        FoundItems found = isTransaction ? await client.TransactGetAsync(gets) : await client.BatchGetAsync(gets);
        return Show(gets.Select(get => (object?)found.Find(get)));
    }

    private static List<string> Show<TItem>(IEnumerable<TItem> items) =>
        [.. items.Where(static item => item is not null).Select(static item => ItemText.Show(item!))];
}
