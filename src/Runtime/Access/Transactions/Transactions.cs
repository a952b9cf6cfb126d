using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Sends transactions.</summary>
internal static class Transactions
{
    private const string Kind = "transaction";

    public static async Task<TransactWriteResult> WriteAsync(DynamoClient client, IEnumerable<IWriteOperation> operations, TransactWriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);
        var all = operations as IReadOnlyCollection<IWriteOperation> ?? [.. operations];
        Operations.CheckToken(options.ClientRequestToken);
        var maxRetries = options.MaxConflictRetries ?? client.Options.MaxConflictRetries;
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetries, nameof(TransactWriteOptions.MaxConflictRetries));
        Check(client, all);
        using var body = WireBuffer.Rent(Operations.LikelyBytes * all.Count);
        WriteRequest(body, all, options);
        Operations.CheckSize(all, body.Length);
        try
        {
            using var response = await ConflictRetry
                .SendAsync(client, new DynamoRequest(DynamoOperation.TransactWriteItems, body.WrittenMemory, null), maxRetries, cancellationToken)
                .ConfigureAwait(false);
            return ReadWriteResponse(response.WrittenSpan);
        }
        catch (TransactionCanceledException canceled)
        {
            throw new TransactWriteCanceledException(canceled, [.. all]);
        }
    }

    public static async Task<ReadResult> ReadAsync(DynamoClient client, IEnumerable<IReadOperation> operations, CapacityDetail capacity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var all = operations as IReadOnlyList<IReadOperation> ?? [.. operations];
        var identities = Check(client, all);
        using var body = WireBuffer.Rent();
        WriteRequest(body, all, capacity);
        var request = new DynamoRequest(DynamoOperation.TransactGetItems, body.WrittenMemory, null);
        using var response = await ConflictRetry
            .SendAsync(client, request, client.Options.MaxConflictRetries, cancellationToken)
            .ConfigureAwait(false);
        return ReadGetResponse(response.WrittenSpan, all, identities);
    }

    private static void Check(DynamoClient client, IReadOnlyCollection<IWriteOperation> operations)
    {
        Operations.CheckCount(operations.Count);
        var seen = new HashSet<ItemIdentity>(operations.Count);
        var position = 0;
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            Operations.Check(client, operation.Table, position++, Kind);
            var item = operation.Identity;
            if (operation.TransactionObstacle is { } obstacle)
                throw Operations.Refused(item, Kind, obstacle);
            if (!seen.Add(item))
                throw Operations.Twice(item, Kind);
        }
    }

    private static ItemIdentity[] Check(DynamoClient client, IReadOnlyList<IReadOperation> operations)
    {
        Operations.CheckCount(operations.Count);
        var identities = new ItemIdentity[operations.Count];
        var seen = new HashSet<ItemIdentity>(operations.Count);
        for (var i = 0; i < operations.Count; i++)
        {
            ArgumentNullException.ThrowIfNull(operations[i], nameof(operations));
            Operations.Check(client, operations[i].Table, i, Kind);
            identities[i] = operations[i].Identity;
            if (operations[i].TransactionObstacle is { } obstacle)
                throw Operations.Refused(identities[i], Kind, obstacle);
            if (!seen.Add(identities[i]))
                throw Operations.Twice(identities[i], Kind);
        }

        return identities;
    }

    private static void WriteRequest(WireBuffer body, IEnumerable<IWriteOperation> operations, TransactWriteOptions options)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"TransactItems\":["u8);
        var isFirst = true;
        foreach (var operation in operations)
        {
            if (!isFirst)
                writer.WriteComma();
            operation.WriteTransactItem(ref writer, context);
            isFirst = false;
        }

        writer.WriteRaw("],\"ClientRequestToken\":"u8);
        writer.WriteJsonString(options.ClientRequestToken ?? Guid.NewGuid().ToString("N"));
        RequestText.WriteCapacity(ref writer, options.Capacity);
        RequestText.WriteCollectionMetrics(ref writer, options.ReturnItemCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static void WriteRequest(WireBuffer body, IReadOnlyList<IReadOperation> operations, CapacityDetail capacity)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"TransactItems\":["u8);
        for (var i = 0; i < operations.Count; i++)
        {
            if (i > 0)
                writer.WriteComma();
            operations[i].WriteTransactItem(ref writer, context);
        }

        writer.WriteRaw("]"u8);
        RequestText.WriteCapacity(ref writer, capacity);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static TransactWriteResult ReadWriteResponse(ReadOnlySpan<byte> json)
    {
        IReadOnlyList<ConsumedCapacity> capacity = [];
        var metrics = new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>();
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity = CapacityReader.ReadList(ref reader);
            else if (name.SequenceEqual("ItemCollectionMetrics"u8))
                CapacityReader.ReadCollectionMetrics(ref reader, metrics);
            else
                reader.Skip();
        }

        return new TransactWriteResult { ConsumedCapacity = capacity, ItemCollectionMetrics = metrics };
    }

    private static ReadResult ReadGetResponse(ReadOnlySpan<byte> json, IReadOnlyList<IReadOperation> operations, ItemIdentity[] identities)
    {
        var items = new Dictionary<ItemIdentity, object?>(operations.Count);
        IReadOnlyList<ConsumedCapacity> capacity = [];
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity = CapacityReader.ReadList(ref reader);
            else if (name.SequenceEqual("Responses"u8))
                ReadItems(ref reader, operations, identities, items);
            else
                reader.Skip();
        }

        return new ReadResult(items, [], capacity);
    }

    private static void ReadItems(ref JsonCursor reader, IReadOnlyList<IReadOperation> operations, ItemIdentity[] identities, Dictionary<ItemIdentity, object?> items)
    {
        var position = 0;
        while (reader.NextElement())
        {
            if (position == operations.Count)
                throw new ItemFormatException("", $"{operations.Count} responses", "more of them");

            // An item that does not exist is an empty object.
            while (reader.NextMember(out var name))
            {
                if (reader.TryReadNull())
                    continue;

                if (name.SequenceEqual("Item"u8))
                    items[identities[position]] = operations[position].Read(ref reader);
                else
                    reader.Skip();
            }

            position++;
        }
    }
}
