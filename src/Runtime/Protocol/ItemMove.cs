using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Moves an item to another partition key, in one transaction: it puts the item under the new key, where there must be none, and deletes it
/// under the old key, where no attribute that was read must have changed. So the item is always under exactly one of the keys. Attributes
/// that a program which writes to the old key adds in between are lost: the service has no condition for them.
/// </summary>
internal static class ItemMove
{
    // The service allows 300 operators in an expression, and an attribute takes two.
    private const int MaxAttributes = 140;
    private const int MaxAttempts = 20;

    /// <summary>Moves an item, before it is written, if it is still at the address of the other generation.</summary>
    public static async ValueTask EnsureAsync(TableHandle table, TableModel model, ItemIdentity item, CancellationToken cancellationToken)
    {
        if (ShardAddress.Other(model, item.Partition, item.Sort) is { IsNone: false } other)
            await MoveAsync(table, model, other, item.Partition, item.Sort, used: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves an item, if it is there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="model">The model of the item's type.</param>
    /// <param name="from">Its partition key.</param>
    /// <param name="to">The partition key that it gets.</param>
    /// <param name="sort">Its sort key.</param>
    /// <param name="used">Receives the capacity that each request used; null if nobody asks for it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether this call moved it.</returns>
    /// <exception cref="InvalidOperationException">There is an item under both keys, or it has too many attributes.</exception>
    public static async ValueTask<bool> MoveAsync(
        TableHandle table,
        TableModel model,
        KeyValue from,
        KeyValue to,
        KeyValue sort,
        Action<ConsumedCapacity?>? used,
        CancellationToken cancellationToken)
    {
        var detail = used is null ? CapacityDetail.None : CapacityDetail.Total;
        var backoff = new Backoff(table.Client);
        for (var attempt = 1; ; attempt++)
        {
            using var item = await ReadAsync(table, model, from, sort, used, cancellationToken).ConfigureAwait(false);
            if (item.Length == 0)
                return false;
            using var body = WireBuffer.Rent((item.Length * 3) + 512);
            Write(body, table, model, item.WrittenSpan, from, to, sort, detail);
            try
            {
                using var response = await table.SendAsync(
                    DynamoOperation.TransactWriteItems,
                    body,
                    detail,
                    ConflictRetries.OfLibrary(table.Client),
                    cancellationToken).ConfigureAwait(false);
                used?.Invoke(CapacityReader.Find(response.WrittenSpan));
                return true;
            }
            catch (TransactionCanceledException canceled) when (attempt < MaxAttempts && IsLost(canceled))
            {
                // Another writer was faster: it moved the item, changed it or deleted it. Look again. The service charges both writes.
                used?.Invoke(new ConsumedCapacity { CapacityUnits = 4 });
            }

            if (await ExistsTwiceAsync(table, model, from, to, sort, used, cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidOperationException(
                    $"There are two items for one key of {model.ItemType.Name}, '{from}' and '{to}' with the sort key '{sort}': a program "
                    + "that does not know both numbers of write shards has written one of them. Delete one of the two.");
            }

            await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsLost(TransactionCanceledException canceled) =>
        canceled.CancellationReasons is { Count: > 0 } reasons
        && reasons.TrueForAll(static reason => reason.Code is null or "None" or "ConditionalCheckFailed" or "TransactionConflict");

    /// <summary>Whether both items exist. They are read in the order in which one item moves, so that it is not seen twice.</summary>
    private static async ValueTask<bool> ExistsTwiceAsync(
        TableHandle table,
        TableModel model,
        KeyValue from,
        KeyValue to,
        KeyValue sort,
        Action<ConsumedCapacity?>? used,
        CancellationToken cancellationToken)
    {
        using var target = await ReadAsync(table, model, to, sort, used, cancellationToken).ConfigureAwait(false);
        if (target.Length == 0)
            return false;
        using var source = await ReadAsync(table, model, from, sort, used, cancellationToken).ConfigureAwait(false);
        return source.Length > 0;
    }

    /// <summary>Reads an item as it is stored; empty if there is none.</summary>
    private static async ValueTask<WireBuffer> ReadAsync(
        TableHandle table,
        TableModel model,
        KeyValue partition,
        KeyValue sort,
        Action<ConsumedCapacity?>? used,
        CancellationToken cancellationToken)
    {
        var detail = used is null ? CapacityDetail.None : CapacityDetail.Total;
        using var body = WireBuffer.Rent();
        WriteGet(body, table, model, partition, sort, detail);
        using var response = await table.SendAsync(DynamoOperation.GetItem, body, detail, cancellationToken).ConfigureAwait(false);
        used?.Invoke(CapacityReader.Find(response.WrittenSpan));
        var item = WireBuffer.Rent(response.Length);
        CopyItem(response.WrittenSpan, item);
        return item;
    }

    private static void CopyItem(ReadOnlySpan<byte> response, WireBuffer item)
    {
        var cursor = new JsonCursor(response);
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8) && !cursor.TryReadNull())
                item.Write(cursor.ReadRaw());
            else
                cursor.Skip();
        }
    }

    private static void WriteGet(
        WireBuffer body, TableHandle table, TableModel model, KeyValue partition, KeyValue sort, CapacityDetail detail)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        model.WriteKey(ref writer, partition, sort);
        writer.WriteRaw(",\"ConsistentRead\":true"u8);
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static void Write(
        WireBuffer body,
        TableHandle table,
        TableModel model,
        ReadOnlySpan<byte> item,
        KeyValue from,
        KeyValue to,
        KeyValue sort,
        CapacityDetail detail)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"TransactItems\":[{\"Put\":"u8);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Item\":"u8);
        WriteItem(ref writer, model, item, to);
        writer.WriteRaw(",\"ConditionExpression\":\"attribute_not_exists(#pk)\",\"ExpressionAttributeNames\":{\"#pk\":"u8);
        writer.WriteJsonString(model.Partition.AttributeName);
        writer.WriteRaw("}}},{\"Delete\":"u8);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"Key\":"u8);
        model.WriteKey(ref writer, from, sort);
        WriteUnchanged(ref writer, model, item);
        writer.WriteRaw("}}],\"ClientRequestToken\":"u8);
        writer.WriteJsonString(Guid.NewGuid().ToString("N"));
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static void WriteItem(ref ItemWriter writer, TableModel model, ReadOnlySpan<byte> item, KeyValue partition)
    {
        var start = writer.BeginMap();
        var cursor = new JsonCursor(item);
        while (cursor.NextMember(out var name))
        {
            writer.WriteName(Encoding.UTF8.GetString(name));
            var value = cursor.ReadRaw();
            if (model.Partition.IsNamed(name))
                partition.Write(ref writer);
            else
                writer.WriteRaw(value);
        }

        writer.EndMap(start);
    }

    /// <summary>Writes the condition that every attribute is as it was read.</summary>
    private static void WriteUnchanged(ref ItemWriter writer, TableModel model, ReadOnlySpan<byte> item)
    {
        var names = new StringBuilder();
        var count = 0;
        for (var cursor = new JsonCursor(item); cursor.NextMember(out _); cursor.Skip())
        {
            names.Append(CultureInfo.InvariantCulture, $"{(count == 0 ? "" : " AND ")}#n{count} = :v{count}");
            count++;
        }

        if (count > MaxAttributes)
        {
            throw new InvalidOperationException(
                $"An item of {model.ItemType.Name} has {count} attributes, and one of more than {MaxAttributes} can't move to another "
                + "write shard: DynamoDB can't compare that many in one condition. Delete the item and put it again.");
        }

        writer.WriteRaw(",\"ConditionExpression\":\""u8);
        writer.WriteRaw(Encoding.ASCII.GetBytes(names.ToString()));
        writer.WriteRaw("\",\"ExpressionAttributeNames\":{"u8);
        var position = 0;
        for (var cursor = new JsonCursor(item); cursor.NextMember(out var name); cursor.Skip())
        {
            WritePlaceholder(ref writer, position, "#n");
            writer.WriteJsonString(Encoding.UTF8.GetString(name));
            position++;
        }

        writer.WriteRaw("},\"ExpressionAttributeValues\":{"u8);
        position = 0;
        var values = new JsonCursor(item);
        while (values.NextMember(out _))
        {
            WritePlaceholder(ref writer, position, ":v");
            writer.WriteRaw(values.ReadRaw());
            position++;
        }

        writer.WriteRaw("}"u8);
    }

    private static void WritePlaceholder(ref ItemWriter writer, int position, string prefix)
    {
        if (position > 0)
            writer.WriteComma();
        writer.WriteJsonString(string.Create(CultureInfo.InvariantCulture, $"{prefix}{position}"));
        writer.WriteRaw(":"u8);
    }
}
