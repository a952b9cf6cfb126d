using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using WriteRequest = DynamoToolkit.Protocol.WriteRequest;

namespace DynamoToolkit;

/// <summary>Sends transactions.</summary>
internal static class Transactions
{
    /// <summary>Room for one operation's JSON in a request of several: more than most items take, so few buffers have to grow.</summary>
    private const int LikelyBytes = 1280;

    public static async Task<TransactWriteResult> WriteAsync(
        ClientContext client, IEnumerable<IWriteOperation> operations, TransactWriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var maxRetries = options.MaxConflictRetries ?? client.MaxConflictRetries;
        ArgumentOutOfRangeException.ThrowIfNegative(maxRetries, nameof(TransactWriteOptions.MaxConflictRetries));
        return await WriteAsync(client, operations, options, new ConflictRetries(maxRetries), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a transaction that the library makes of one call.</summary>
    public static Task<TransactWriteResult> WriteOwnAsync(
        ClientContext client,
        IReadOnlyCollection<IWriteOperation> operations,
        TransactWriteOptions options,
        CancellationToken cancellationToken) =>
        WriteAsync(client, operations, options, ConflictRetries.OfLibrary(client), cancellationToken);

    private static async Task<TransactWriteResult> WriteAsync(
        ClientContext client,
        IEnumerable<IWriteOperation> operations,
        TransactWriteOptions options,
        ConflictRetries retries,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var all = operations as IReadOnlyCollection<IWriteOperation> ?? [.. operations];
        var writes = WritesOf(client, all, options);
        foreach (var operation in all)
            await operation.Request.PrepareAsync(cancellationToken).ConfigureAwait(false);
        List<IPostingChange> postings = [.. all.Select(static operation => operation.Request.FixPostings()).OfType<IPostingChange>()];
        var detail = options.ReturnConsumedCapacity;
        var ofPostings = await AddAsync(postings, writes, options, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            try
            {
                var result = await SendAsync(client, all, writes, options, retries, cancellationToken).ConfigureAwait(false);
                foreach (var change in postings)
                    ofPostings.Add(await change.RemoveAsync(detail, cancellationToken).ConfigureAwait(false));
                return postings.Count == 0 ? result : result with { ConsumedCapacity = Sum(result.ConsumedCapacity, ofPostings) };
            }
            catch (TransactionCanceledException canceled)
                when (options.ClientRequestToken is null && IRelease.TryLeave(writes, canceled.CancellationReasons))
            {
                // Another item holds a unique value that the transaction was about to release. Send again without that.
            }
            catch (TransactionCanceledException canceled)
            {
                foreach (var change in postings)
                    await change.WithdrawAsync(cancellationToken).ConfigureAwait(false);
                throw new TransactWriteCanceledException(canceled, [.. all], writes);
            }
        }
    }

    /// <summary>Writes the new postings of the transaction's items, and returns the capacity that each item's used.</summary>
    private static async Task<List<ConsumedCapacity?>> AddAsync(
        List<IPostingChange> postings, List<WriteRequest> writes, TransactWriteOptions options, CancellationToken cancellationToken)
    {
        if (postings.Count == 0)
            return [];

        // A transaction that can't be sent must not write postings.
        using (var check = WireBuffer.Rent(LikelyBytes * writes.Count))
            Write(check, writes, options);
        var used = new List<ConsumedCapacity?>();
        foreach (var change in postings)
            used.Add(await change.AddAsync(options.ReturnConsumedCapacity, cancellationToken).ConfigureAwait(false));
        return used;
    }

    /// <summary>The capacity of the transaction and of its items' postings: a record for each table.</summary>
    private static List<ConsumedCapacity> Sum(IReadOnlyList<ConsumedCapacity> ofItems, List<ConsumedCapacity?> ofPostings) =>
    [
        .. ofItems.Concat(ofPostings.OfType<ConsumedCapacity>()).GroupBy(static one => one.TableName)
            .Select(static ofTable => ofTable.Aggregate(default(ConsumedCapacity), ConsumedCapacity.Sum)!),
    ];

    private static async Task<TransactWriteResult> SendAsync(
        ClientContext client,
        IReadOnlyCollection<IWriteOperation> operations,
        List<WriteRequest> writes,
        TransactWriteOptions options,
        ConflictRetries retries,
        CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent(LikelyBytes * writes.Count);
        Write(body, writes, options);
        var tables = TablesOf(operations, static operation => operation.TableName);
        var request = new DynamoRequest(DynamoOperation.TransactWriteItems, body.WrittenMemory, tables, writes.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await client.SendAsync(request, retries, cancellationToken).ConfigureAwait(false);
            foreach (var operation in operations)
                operation.Request.Succeed();
            var metrics = TransactWriteItems.Read(response.WrittenSpan);
            return new TransactWriteResult { ConsumedCapacity = metrics.Capacity, ItemCollectionMetrics = metrics.Collections };
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
        Write(body, WritesOf(client, [.. operations], options), options);
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

    /// <summary>
    /// Checks everything before anything is sent. Returns the writes of the transaction: those of the operations, each followed by its
    /// companions.
    /// </summary>
    private static List<WriteRequest> WritesOf(
        ClientContext client, IReadOnlyCollection<IWriteOperation> operations, TransactWriteOptions options)
    {
        OperationGuard.CheckToken(options.ClientRequestToken);
        OperationGuard.CheckCount(operations.Count);
        var guard = new OperationGuard(client, OperationGuard.Transaction, operations.Count);
        var writes = new List<WriteRequest>(operations.Count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.TransactionObstacle);
            writes.Add(operation.Request);
            foreach (var companion in operation.Request.Companions())
            {
                guard.Check(companion.Table, companion.Identity, companion.TransactionObstacle);
                writes.Add(companion);
            }
        }

        OperationGuard.CheckCount(writes.Count);
        return writes;
    }

    private static void Write(WireBuffer body, List<WriteRequest> writes, TransactWriteOptions options)
    {
        var token = options.ClientRequestToken ?? Guid.NewGuid().ToString("N");
        TransactWriteItems.Write(body, writes, token, options.ReturnConsumedCapacity, options.ReturnItemCollectionMetrics);
        OperationGuard.CheckSize(writes, body.Length);
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
