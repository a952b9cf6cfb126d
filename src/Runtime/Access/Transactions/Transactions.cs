using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Sends transactions.</summary>
internal static class Transactions
{
    /// <summary>Room for one operation's JSON in a request of several: more than most items take, so few buffers have to grow.</summary>
    private const int LikelyBytes = 1280;

    public static async Task<TransactWriteResult> WriteAsync(
        ClientContext client, IEnumerable<IWriteOperation> operations, TransactWriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);

        var maxRetries = options.MaxConflictRetries ?? client.MaxConflictRetries;
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetries, nameof(TransactWriteOptions.MaxConflictRetries));
        var all = operations as IReadOnlyCollection<IWriteOperation> ?? [.. operations];
        using var body = WireBuffer.Rent(LikelyBytes * all.Count);
        WriteChecked(body, client, all, options);
        foreach (var operation in all)
            await operation.Request.PrepareAsync(cancellationToken).ConfigureAwait(false);

        var tables = TablesOf(all, static operation => operation.TableName);
        var request = new DynamoRequest(DynamoOperation.TransactWriteItems, body.WrittenMemory, tables, all.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await client.SendAsync(request, maxRetries, cancellationToken).ConfigureAwait(false);
            foreach (var operation in all)
                operation.Request.Succeed();
            var metrics = TransactWriteItems.Read(response.WrittenSpan);
            return new TransactWriteResult { ConsumedCapacity = metrics.Capacity, ItemCollectionMetrics = metrics.Collections };
        }
        catch (TransactionCanceledException canceled)
        {
            throw new TransactWriteCanceledException(canceled, [.. all]);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, request.Operation, request.TableNames);
        }
    }

    public static RequestPreview PreviewWrite(ClientContext client, IEnumerable<IWriteOperation> operations, TransactWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(operations);
        using var body = WireBuffer.Rent();
        WriteChecked(body, client, [.. operations], options);
        return new RequestPreview(DynamoOperation.TransactWriteItems, body);
    }

    public static async Task<TransactGetResult> GetAsync(
        ClientContext client, IEnumerable<IGetOperation> operations, TransactGetOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);

        // Check everything before anything is sent.
        var all = operations as IReadOnlyList<IGetOperation> ?? [.. operations];
        OperationGuard.CheckCount(all.Count);
        var guard = new OperationGuard(client, OperationGuard.Transaction, all.Count);
        foreach (var operation in all)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.TransactionObstacle);
        }

        // An item that may be at either of two addresses is read at both, in one snapshot.
        List<(int Position, GetRequest Request)> others =
            [.. all.Select(static (operation, i) => (i, operation.Request.AtOther()!)).Where(static other => other.Item2 is not null)];
        List<IGetOperation> reads = [.. all, .. others.Select(static other => new OtherGet(other.Request))];
        OperationGuard.CheckCount(reads.Count);

        using var body = WireBuffer.Rent();
        TransactGetItems.Write(body, reads, options.ReturnConsumedCapacity);
        var tables = TablesOf(all, static operation => operation.TableName);
        var request = new DynamoRequest(DynamoOperation.TransactGetItems, body.WrittenMemory, tables, reads.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        var read = new object?[reads.Count];
        IReadOnlyList<ConsumedCapacity> capacity;
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            capacity = TransactGetItems.Read(response.WrittenSpan, reads, read);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, request.Operation, request.TableNames);
        }

        for (var i = 0; i < others.Count; i++)
            read[others[i].Position] ??= read[all.Count + i];
        var items = new Dictionary<ItemIdentity, object?>(all.Count);
        for (var i = 0; i < all.Count; i++)
            items.Add(all[i].Request.Identity, read[i]);
        return new TransactGetResult(items, capacity);
    }

    /// <summary>Writes the request of a transaction, and checks everything before anything is sent.</summary>
    private static void WriteChecked(
        WireBuffer body, ClientContext client, IReadOnlyCollection<IWriteOperation> operations, TransactWriteOptions options)
    {
        OperationGuard.CheckToken(options.ClientRequestToken);
        OperationGuard.CheckCount(operations.Count);
        var guard = new OperationGuard(client, OperationGuard.Transaction, operations.Count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.TransactionObstacle);
        }

        var token = options.ClientRequestToken ?? Guid.NewGuid().ToString("N");
        TransactWriteItems.Write(body, operations, token, options.ReturnConsumedCapacity, options.ReturnItemCollectionMetrics);
        OperationGuard.CheckSize(operations, body.Length);
    }

    /// <summary>The tables of the operations, each once.</summary>
    private static string[] TablesOf<TOperation>(IReadOnlyCollection<TOperation> operations, Func<TOperation, string> tableOf)
    {
        var first = tableOf(operations.First());
        return operations.All(operation => tableOf(operation) == first)
            ? [first]
            : [.. operations.Select(tableOf).Distinct(StringComparer.Ordinal)];
    }
}
