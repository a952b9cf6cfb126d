using System.Reflection;
using DynamoToolkit.Borders;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DynamoToolkit.ItemKit;

/// <summary>
/// Random items of a type are written in batches and read back: by their keys, by queries, through their base class, and at the borders. A
/// failure names the member, shows the item and gives three numbers to replay it with: <c>Config.WithReplay</c> takes them. The items are
/// the same in every run, unless <see cref="Any.Randomize"/> is set.
/// </summary>
public static class ItemRoundtrip
{
    private const int Items = 10_000;
    private const int AtOnce = 100;

    /// <summary>A type with few possible keys has few items a batch, and is not worth an engine for each.</summary>
    private const int MostBatches = 300;
    private const int Some = 10;
    private const int Queried = 2;

    /// <summary>The item types of an assembly, each with its generated mapping.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(IsItem);

    /// <summary>Checks 10,000 items, or those of 300 batches.</summary>
    /// <param name="type">The items' type.</param>
    /// <param name="engine">Makes an empty database, for each batch its own.</param>
    public static void Check(Type type, Func<IDynamoTransport> engine) =>
        typeof(ItemRoundtrip).GetMethod(nameof(CheckItems), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type, type.BaseType is { } over && IsItem(over) ? over : type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [engine], null);

    private static bool IsItem(Type type) =>
        !type.IsInterface
            && type.GetInterfaces()
                .Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IItem<>) && one.GetGenericArguments()[0] == type);

    private static void CheckItems<T, TBase>(Func<IDynamoTransport> engine)
        where T : IItem<T>
        where TBase : IItem<TBase>
    {
        var (written, checks) = (0, 0);
        var batches = AnyItem.Many<T>(AtOnce).Select(static items => new Batch<T>([.. items.DistinctBy(static item => T.KeyOf(item))]));
        var property = Prop.ForAll(Arb.From(batches, static batch => batch.Shrink()), async batch =>
        {
            (written, checks) = (written + batch.Items.Length, checks + 1);
            await ComesBack<T, TBase>(engine(), batch.Items);
        });
        while (written < Items && checks < MostBatches)
            property.Check(Any.Run(Math.Min((Items - written + AtOnce - 1) / AtOnce, MostBatches - checks), number: checks));
    }

    private static async Task ComesBack<T, TBase>(IDynamoTransport engine, T[] items)
        where T : IItem<T>
        where TBase : IItem<TBase>
    {
        using var client = new DynamoClient(engine);
        await client.EnsureTableAsync(TableDefinition.For(typeof(T) == typeof(TBase) ? [T.Model] : [T.Model, TBase.Model]));
        var table = client.Table<T>();
        (await client.BatchWriteAsync(items.Select(table.Put))).ThrowIfIncomplete();
        AreSame<T, T>(
            items,
            (await table.BatchGetAsync(items.Select(static item => T.KeyOf(item)), new BatchGetOptions { ConsistentRead = true })).Items);
        if (typeof(T) != typeof(TBase))
        {
            var read = await client.Table<TBase>()
                .BatchGetAsync(items.Select(KeyOf<T, TBase>), new BatchGetOptions { ConsistentRead = true });
            AreSame<T, TBase>(items, read.Items);
        }

        foreach (var partition in items.GroupBy(static item => Whole(T.KeyOf(item).Partition, T.Model)).Take(Queried))
        {
            AreSame<T, T>([.. partition], await table.Query(new PartitionKeyCondition<T>(partition.Key)).ConsistentRead().ToListAsync());
            var key = T.KeyOf(partition.First());
            if (!key.Sort.IsNone)
            {
                AreSame<T, T>(
                    [partition.First()],
                    await table.Query(new PartitionKeyCondition<T>(partition.Key), SortKeyCondition<T>.EqualTo(key.Sort)).ToListAsync());
            }
        }

        T[] some = [.. items.Take(Some)];
        AreSame<T, T>(some, [.. some.Select(static item => DynamoJson.Deserialize<T>(DynamoJson.Serialize(item)))]);
        AreSame<T, T>(some, [.. some.Select(static item => AttributeMapExtensions.FromAttributeMap<T>(item.ToAttributeMap()))]);
    }

    private static void AreSame<T, TRead>(T[] written, IReadOnlyList<TRead> read)
        where T : IItem<T>
        where TRead : IItem<TRead>
    {
        var byKey = read.ToDictionary(static item => TRead.KeyOf(item));
        foreach (var item in written)
        {
            Assert.True(byKey.TryGetValue(KeyOf<T, TRead>(item), out var other), $"{typeof(T).Name} {T.KeyOf(item)} is not there.");
            if (Difference.Between(item, other, typeof(T).Name) is { } difference)
                Assert.Fail(difference);
        }

        Assert.Equal(written.Length, read.Count);
    }

    /// <summary>The partition key that a query takes: that of a sharded type has no shard.</summary>
    private static KeyValue Whole(KeyValue partition, TableModel model) =>
        model.Partition.Shards is null ? partition : KeyValue.Of(partition.Text![..^4]);

    private static ItemKey<TRead> KeyOf<T, TRead>(T item)
        where T : IItem<T>
        where TRead : IItem<TRead>
        => new(T.KeyOf(item).Partition, T.KeyOf(item).Sort);
}
