using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Sharding;

/// <summary>Moves the items of a type to another number of write shards.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class Resharding<T>
    where T : IItem<T>
{
    private readonly TableHandle table;
    private readonly SweepOptions options;
    private readonly KeyModel[] indexKeys;
    private long scanned;
    private long moved;
    private long reindexed;

    /// <param name="table">The table.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="InvalidOperationException">No items move.</exception>
    public Resharding(TableHandle table, SweepOptions options)
    {
        this.table = table;
        this.options = options;
        indexKeys =
        [
            .. T.Model.Indexes.Select(static index => index.Partition[0]).Where(static key => key.Shards is { IsMoving: true })
                .DistinctBy(static key => key.AttributeName),
        ];
        if (indexKeys.Length == 0 && !ShardAddress.IsMoving(T.Model))
        {
            throw new InvalidOperationException(
                $"{T.Model.ItemType.Name} declares no other number of write shards for its items to move from: use [WriteSharded(16, "
                + "Also = 4, By = …)]. Items with random shards do not move, because programs hold items that know their shard: "
                + "keep Also as long as there are such items.");
        }

        if (T.Model.Indexes.FirstOrDefault(
            static index => index.Versions is IndexedVersions.Latest && index.Partition[0].Shards is { IsMoving: true }) is { } latest)
        {
            throw new InvalidOperationException(
                $"The index '{latest.Name}' of {T.Model.ItemType.Name} holds only latest versions, whose entries can't move to other write "
                + "shards. Keep Also as long as there are items that were saved with the other number.");
        }
    }

    /// <summary>Moves items until the end, or until the capacity is used.</summary>
    public Task<ReshardResult> RunAsync(CancellationToken cancellationToken)
    {
        var scan = new Scan<T>(table).ConsistentRead().IncludeExpired().PageSize(options.PageSize)
            .Segment(options.Segment, options.Segments).ReturnConsumedCapacity();

        // Copies of latest versions have entries in indexes, too.
        var plan = scan.Plan with { IsMixed = true };
        return SweepLoop.RunAsync(
            options,
            table.Client.Time,
            async (from, budget) => new ReshardResult
            {
                Next = await MovePageAsync(plan, from, budget, cancellationToken).ConfigureAwait(false),
                Scanned = scanned,
                Moved = moved,
                Reindexed = reindexed,
            },
            cancellationToken);
    }

    private async Task<string?> MovePageAsync(QueryPlan plan, string? from, SweepBudget budget, CancellationToken cancellationToken)
    {
        using var key = WireBuffer.Rent(256);
        if (from is not null)
            PageTokens.Open(PageToken.Parse(from), plan, key);
        using var walk = new PageWalk(plan, key.WrittenSpan);
        await walk.NextPageAsync(wanted: null, cancellationToken).ConfigureAwait(false);
        while (walk.NextItem())
        {
            if (plan.Check is { } check && !check.Holds(walk.Cursor()))
                walk.SkipItem();
            else
                await MoveItemAsync(walk, budget, cancellationToken).ConfigureAwait(false);
        }

        budget.Add(walk.Capacity);
        return walk.HasNextPage ? PageTokens.Make(plan, PagePlace.After, walk.NextPageKey).ToString() : null;
    }

    private async Task MoveItemAsync(PageWalk walk, SweepBudget budget, CancellationToken cancellationToken)
    {
        scanned++;
        var identity = KeyReader.ReadIdentity(walk.Cursor().Rest, table.Name, T.Model.Partition, T.Model.Sort);
        var changes = indexKeys.Length == 0 ? [] : IndexChanges(walk);
        walk.SkipItem();
        var place = identity;
        if (ShardAddress.Target(T.Model, identity.Partition, identity.Sort) is { IsNone: false } target)
        {
            place = identity with { Partition = target };
            if (await ItemMove.MoveAsync(table, T.Model, identity.Partition, target, identity.Sort, budget.Add, cancellationToken)
                .ConfigureAwait(false))
            {
                moved++;
            }
        }

        foreach (var (model, stored, right) in changes)
        {
            if (await ReindexAsync(place, model, stored, right, budget, cancellationToken).ConfigureAwait(false))
                reindexed++;
        }
    }

    /// <summary>The keys of indexes that the item has and that a put would write otherwise.</summary>
    private List<(KeyModel Key, KeyValue Stored, KeyValue Right)> IndexChanges(PageWalk walk)
    {
        var cursor = walk.Cursor();
        var item = cursor.ReadMap<T>();
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        T.WriteMap(ref writer, item);
        writer.Flush();

        List<(KeyModel Key, KeyValue Stored, KeyValue Right)> changes = [];
        foreach (var key in indexKeys)
        {
            var (stored, right) = (Find(key, walk.Cursor()), Find(key, new JsonCursor(buffer.WrittenSpan)));
            if (!stored.IsNone && !right.IsNone && stored != right && IsOfOtherShard(stored, right))
                changes.Add((key, stored, right));
        }

        return changes;
    }

    /// <summary>Whether two keys are the same except for the shard. Others differ for another reason, and are left as they are.</summary>
    private static bool IsOfOtherShard(KeyValue stored, KeyValue right) =>
        WriteShardModel.TryParse(stored, out var whole, out _) && WriteShardModel.TryParse(right, out var other, out _) && whole == other;

    private static KeyValue Find(KeyModel key, JsonCursor item)
    {
        while (item.NextMember(out var name))
        {
            if (key.IsNamed(name))
                return KeyValue.Read(ref item);
            item.Skip();
        }

        return default;
    }

    private async Task<bool> ReindexAsync(
        ItemIdentity item, KeyModel key, KeyValue stored, KeyValue right, SweepBudget budget, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        WriteUpdate(body, item, key, stored, right);
        try
        {
            using var response = await table.SendAsync(
                DynamoOperation.UpdateItem, body, CapacityDetail.Total, ConflictRetries.OfLibrary(table.Client), cancellationToken)
                .ConfigureAwait(false);
            budget.Add(CapacityReader.Find(response.WrittenSpan));
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            // Another writer has changed the key or deleted the item, so there is nothing left to do. The service charges the condition.
            budget.AddFailedCondition();
            return false;
        }
    }

    private void WriteUpdate(WireBuffer body, ItemIdentity item, KeyModel key, KeyValue stored, KeyValue right)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        T.Model.WriteKey(ref writer, item.Partition, item.Sort);
        writer.WriteRaw(",\"UpdateExpression\":\"SET #k = :right\",\"ConditionExpression\":\"#k = :stored\""u8);
        writer.WriteRaw(",\"ExpressionAttributeNames\":{\"#k\":"u8);
        writer.WriteJsonString(key.AttributeName);
        writer.WriteRaw("},\"ExpressionAttributeValues\":{\":right\":"u8);
        right.Write(ref writer);
        writer.WriteRaw(",\":stored\":"u8);
        stored.Write(ref writer);
        writer.WriteRaw("}"u8);
        RequestText.WriteCapacity(ref writer, CapacityDetail.Total);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
