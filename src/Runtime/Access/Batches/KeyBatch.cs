using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Reads a batch of items of one type by their keys. All items of a response have the same type, so they are read as they arrive, without
/// matching each item with its key.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TPart">The type to read the items as.</typeparam>
internal sealed class KeyBatch<T, TPart> : IBatchGetReader
    where T : IItem<T>
    where TPart : IDynamoMap<TPart>
{
    private const int MaxSpareKeys = 1000;

    // A set for a whole request takes more memory than anything else here except the items.
    private static HashSet<ItemKey<T>>? spareSet;

    private readonly TableHandle table;
    private readonly BatchGetOptions options;
    private readonly IReadOnlyList<string> projection;
    private readonly BatchLoop<ItemKey<T>> loop;
    private readonly List<TPart> items;
    private readonly List<ConsumedCapacity> capacity = [];
    private readonly List<ItemKey<T>> unprocessed = [];

    // The items that may be at two addresses, without those that were found.
    private readonly HashSet<ItemKey<T>>? movable = ShardAddress.IsMoving(T.Model) ? [] : null;

    /// <param name="table">The table.</param>
    /// <param name="keys">The keys, each of a different item.</param>
    /// <param name="options">What the requests ask for.</param>
    /// <param name="projection">The attributes to read; empty means all.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public KeyBatch(TableHandle table, IEnumerable<ItemKey<T>> keys, BatchGetOptions options, IReadOnlyList<string> projection)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(options);
        this.table = table;
        this.options = options;
        this.projection = projection;
        loop = new BatchLoop<ItemKey<T>>(table.Client, BatchGetItem.MaxKeys);
        keys.TryGetNonEnumeratedCount(out var count);
        items = new List<TPart>(count);
        loop.EnsureCapacity(count);
        var seen = Interlocked.Exchange(ref spareSet, null) ?? new HashSet<ItemKey<T>>(count);
        foreach (var key in keys)
        {
            if (!seen.Add(key))
                throw OperationGuard.Twice(ItemIdentity.Of(table.Name, key), OperationGuard.Batch);

            loop.Add(key);
            if (movable is not null && ShardAddress.Other(T.Model, key.Partition, key.Sort) is { IsNone: false })
                movable.Add(key);
        }

        seen.Clear();
        if (seen.Capacity <= MaxSpareKeys)
            spareSet = seen;
    }

    public IReadOnlyList<TPart> Items => items;

    public IReadOnlyList<ItemKey<T>> Unprocessed => movable is null ? [.. loop.Waiting] : [.. loop.Waiting.Union(movable)];

    public IReadOnlyList<ConsumedCapacity> Capacity => capacity;

    /// <summary>Whether a request was sent: until then a failure is the caller's mistake.</summary>
    public bool HasSent { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await loop.RunAsync(SendAsync, cancellationToken).ConfigureAwait(false);
        foreach (var key in movable?.Except(loop.Waiting).ToList() ?? [])
        {
            // Missing where it was asked for, an item may be at the address of another generation of shards.
            var get = new GetItem<TPart>(table, T.Model, key.Partition, key.Sort)
            {
                Projection = projection,
                IsConsistent = options.ConsistentRead,
                Capacity = options.ReturnConsumedCapacity,
            };
            var found = await get.SendAsync(cancellationToken).ConfigureAwait(false);
            if (found.Capacity is { } used)
                capacity.Add(used);
            if (found.HasItem)
                items.Add(found.Item!);
            movable!.Remove(key);
        }
    }

    void IBatchGetReader.Enter(ReadOnlySpan<byte> tableName)
    {
        if (!tableName.SequenceEqual(table.Utf8Name))
            throw new ItemFormatException("", $"items of '{table.Name}'", "those of another table");
    }

    void IBatchGetReader.ReadItem(ref JsonCursor cursor)
    {
        var discriminator = T.Model.Discriminator?.For<TPart>();
        if (movable is { Count: > 0 })
        {
            var identity = KeyReader.ReadIdentity(cursor.Rest, table.Name, T.Model.Partition, T.Model.Sort);
            movable.Remove(new ItemKey<T>(identity.Partition, identity.Sort));
        }

        if (Expiry.TryRead<TPart>(ref cursor, T.Model, discriminator, T.Model.TimeToLiveAttribute, table.Time, out var item))
            items.Add(item);
    }

    void IBatchGetReader.ReadUnprocessed(ReadOnlySpan<byte> key)
    {
        var identity = KeyReader.ReadIdentity(key, table.Name, T.Model.Partition, T.Model.Sort);
        unprocessed.Add(new ItemKey<T>(identity.Partition, identity.Sort));
    }

    private async Task<IReadOnlyCollection<ItemKey<T>>> SendAsync(List<ItemKey<T>> keys, CancellationToken cancellationToken)
    {
        unprocessed.Clear();
        using var body = WireBuffer.Rent();
        BatchGetItem.Write(body, table, keys, projection, options.ConsistentRead, options.ReturnConsumedCapacity);
        HasSent = true;
        var request = new DynamoRequest(DynamoOperation.BatchGetItem, body.WrittenMemory, table.Name)
        {
            ItemCount = keys.Count,
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await table.Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            capacity.AddRange(BatchGetItem.Read(response.WrittenSpan, this));
            return unprocessed;
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.BatchGetItem, [table.Name]);
        }
    }
}
