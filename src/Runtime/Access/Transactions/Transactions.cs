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

        // Check everything before anything is sent.
        var all = operations as IReadOnlyCollection<IWriteOperation> ?? [.. operations];
        OperationGuard.CheckToken(options.ClientRequestToken);
        var maxRetries = options.MaxConflictRetries ?? client.MaxConflictRetries;
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetries, nameof(TransactWriteOptions.MaxConflictRetries));
        OperationGuard.CheckCount(all.Count);
        var guard = new OperationGuard(client, OperationGuard.Transaction, all.Count);
        foreach (var operation in all)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.TransactionObstacle);
        }

        using var body = WireBuffer.Rent(LikelyBytes * all.Count);
        var token = options.ClientRequestToken ?? Guid.NewGuid().ToString("N");
        TransactWriteItems.Write(body, all, token, options.ReturnConsumedCapacity, options.ReturnItemCollectionMetrics);
        OperationGuard.CheckSize(all, body.Length);

        var tables = TablesOf(all, static operation => operation.TableName);
        var request = new DynamoRequest(DynamoOperation.TransactWriteItems, body.WrittenMemory, tables, all.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await client.SendAsync(request, maxRetries, cancellationToken).ConfigureAwait(false);
            var metrics = TransactWriteItems.Read(response.WrittenSpan);
            return new TransactWriteResult { ConsumedCapacity = metrics.Capacity, ItemCollectionMetrics = metrics.Collections };
        }
        catch (TransactionCanceledException canceled)
        {
            throw new TransactWriteCanceledException(canceled, [.. all]);
        }
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

        using var body = WireBuffer.Rent();
        TransactGetItems.Write(body, all, options.ReturnConsumedCapacity);
        var tables = TablesOf(all, static operation => operation.TableName);
        var request = new DynamoRequest(DynamoOperation.TransactGetItems, body.WrittenMemory, tables, all.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var read = new object?[all.Count];
        var capacity = TransactGetItems.Read(response.WrittenSpan, all, read);

        var items = new Dictionary<ItemIdentity, object?>(all.Count);
        for (var i = 0; i < all.Count; i++)
            items.Add(all[i].Request.Identity, read[i]);
        return new TransactGetResult(items, capacity);
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
