using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Writes a batch of puts and deletes of any item types.</summary>
internal sealed class WriteBatch
{
    /// <summary>Room for one operation's JSON in a request of several: more than most items take, so few buffers have to grow.</summary>
    private const int LikelyBytes = 1280;

    private readonly ClientContext client;
    private readonly BatchWriteOptions options;
    private readonly BatchLoop<IWriteOperation> loop;
    private readonly WriteMetrics metrics = new();

    // Until then nothing is sent, and a failure is the caller's mistake. After that, a failure has to report what was not done.
    private bool isChecked;

    /// <summary>Creates the batch.</summary>
    /// <exception cref="ArgumentException">An operation can't be in a batch, or writes an item that another operation writes.</exception>
    public WriteBatch(ClientContext client, IEnumerable<IWriteOperation> operations, BatchWriteOptions options)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);
        this.client = client;
        this.options = options;
        loop = new BatchLoop<IWriteOperation>(client, BatchWriteItem.MaxOperations);
        operations.TryGetNonEnumeratedCount(out var count);
        loop.EnsureCapacity(count);
        var guard = new OperationGuard(client, OperationGuard.Batch, count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.BatchObstacle);
            loop.Add(operation);
        }
    }

    private BatchWriteResult Result => new()
    {
        Unprocessed = [.. loop.Waiting],
        ConsumedCapacity = metrics.Capacity,
        ItemCollectionMetrics = metrics.Collections,
    };

    public async Task<BatchWriteResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await loop.RunAsync(SendAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (isChecked && error is not OperationCanceledException)
        {
            throw new BatchWriteException(Result, error);
        }

        return Result;
    }

    /// <summary>Sends the operations that fit into a request. Returns the others, and those that the service did not process.</summary>
    private async Task<IReadOnlyCollection<IWriteOperation>> SendAsync(List<IWriteOperation> chunk, CancellationToken cancellationToken)
    {
        var tables = GroupByTable(chunk);
        using var body = WireBuffer.Rent(LikelyBytes * chunk.Count);
        var written = BatchWriteItem.Write(body, chunk, options.ReturnConsumedCapacity, options.ReturnItemCollectionMetrics);
        CheckAll(chunk.Skip(written));
        await Task.WhenAll(chunk.Take(written).Select(operation => operation.Request.PrepareAsync(cancellationToken).AsTask()))
            .ConfigureAwait(false);

        var request = new DynamoRequest(DynamoOperation.BatchWriteItem, body.WrittenMemory, tables, written)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var sent = written == chunk.Count ? chunk : chunk[..written];
            var left = BatchWriteItem.Read(response.WrittenSpan, sent, metrics);
            foreach (var operation in left.Count == 0 ? sent : sent.Except(left))
                operation.Request.Succeed();
            left.AddRange(chunk[written..]);
            return left;
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.BatchWriteItem, tables);
        }
    }

    /// <summary>Groups the operations by table, as a request does, and returns the tables.</summary>
    private static string[] GroupByTable(List<IWriteOperation> chunk)
    {
        var table = chunk[0].TableName;
        if (chunk.TrueForAll(operation => operation.TableName == table))
            return [table];

        var groups = chunk.GroupBy(static operation => operation.TableName).ToList();
        var ordered = groups.SelectMany(static group => group).ToList();
        chunk.Clear();
        chunk.AddRange(ordered);
        return [.. groups.Select(static group => group.Key)];
    }

    /// <summary>
    /// Before the first request, writes all operations that are not in it, and discards the result. So an operation that DynamoDB would
    /// refuse is found before anything is sent, and not when half of the batch is in the table.
    /// </summary>
    private void CheckAll(IEnumerable<IWriteOperation> restOfChunk)
    {
        if (isChecked)
            return;

        BatchWriteItem.Check(restOfChunk.Concat(loop.Waiting));
        isChecked = true;
    }
}
