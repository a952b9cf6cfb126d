using System.Text;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Writes batches of any length, 25 operations in a request. What the service returns as unprocessed goes into the next request, together with
/// operations that were not sent yet.
/// </summary>
internal sealed class BatchWriter
{
    private const string Kind = "batch";

    private readonly DynamoClient client;
    private readonly BatchWriteOptions options;
    private readonly Queue<IWriteOperation> waiting = new();
    private readonly List<ConsumedCapacity> capacity = [];
    private readonly Dictionary<string, IReadOnlyList<ItemCollectionMetrics>> metrics = [];

    // Until then nothing was sent, and a failure is the caller's mistake; from then on it has to tell what did not go through.
    private bool isChecked;

    private BatchWriter(DynamoClient client, BatchWriteOptions options)
    {
        this.client = client;
        this.options = options;
    }

    public static Task<BatchWriteResult> WriteAsync(DynamoClient client, IEnumerable<IWriteOperation> operations, BatchWriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);
        var batch = new BatchWriter(client, options);
        batch.Take(operations);
        return batch.RunAsync(cancellationToken);
    }

    private void Take(IEnumerable<IWriteOperation> operations)
    {
        operations.TryGetNonEnumeratedCount(out var count);
        waiting.EnsureCapacity(count);
        var seen = new HashSet<ItemIdentity>(count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            Operations.Check(client, operation.Table, waiting.Count, Kind);
            var item = operation.Identity;
            if (operation.BatchObstacle is { } obstacle)
                throw Operations.Refused(item, Kind, obstacle);
            if (!seen.Add(item))
                throw Operations.Twice(item, Kind);

            waiting.Enqueue(operation);
        }
    }

    private async Task<BatchWriteResult> RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client.Options);
        while (waiting.Count > 0 && !backoff.IsExhausted)
        {
            var chunk = NextChunk();
            var sent = 0;
            try
            {
                sent = await SendAsync(chunk, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (Throttles.IsThrottle(error))
            {
                PutBack(chunk);
            }
            catch (Exception error) when (isChecked && error is not OperationCanceledException)
            {
                PutBack(chunk);
                throw new BatchWriteException($"A request of the batch failed, and {waiting.Count} operations did not go through: {error.Message}", [.. waiting], error);
            }

            if (sent > 0)
                backoff.Progress();
            if (sent < chunk.Count)
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new BatchWriteResult { Unprocessed = [.. waiting], ConsumedCapacity = capacity, ItemCollectionMetrics = metrics };
    }

    /// <summary>Takes the operations of the next request off the queue, those of a table one after the other.</summary>
    private List<IWriteOperation> NextChunk()
    {
        var count = Math.Min(BatchWriteRequest.MaxOperations, waiting.Count);
        var chunk = new List<IWriteOperation>(count);
        while (chunk.Count < count)
            chunk.Add(waiting.Dequeue());

        var table = chunk[0].TableName;
        return chunk.TrueForAll(operation => operation.TableName == table) ? chunk : [.. chunk.GroupBy(static operation => operation.TableName).SelectMany(static group => group)];
    }

    /// <summary>Sends what fits into a request, puts back the rest and what comes back, and returns how many went through.</summary>
    private async Task<int> SendAsync(List<IWriteOperation> chunk, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent(Operations.LikelyBytes * chunk.Count);
        var written = BatchWriteRequest.Write(body, chunk, options);
        if (written < chunk.Count)
        {
            PutBack(chunk[written..]);
            chunk.RemoveRange(written, chunk.Count - written);
        }

        CheckWaiting();
        using var response = await client.Transport.SendAsync(new DynamoRequest(DynamoOperation.BatchWriteItem, body.WrittenMemory, null), cancellationToken).ConfigureAwait(false);
        var unprocessed = ReadResponse(response.WrittenSpan, chunk);
        PutBack(unprocessed);
        return chunk.Count - unprocessed.Count;
    }

    /// <summary>
    /// Before the first request, writes all operations that are not in it to nowhere: one that DynamoDB would refuse is found before anything is sent, and not when half
    /// of the batch is in the table.
    /// </summary>
    private void CheckWaiting()
    {
        if (isChecked)
            return;

        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        foreach (var operation in waiting)
        {
            operation.WriteBatchItem(ref writer);
            writer.Rewind(0);
        }

        isChecked = true;
    }

    private void PutBack(List<IWriteOperation> operations)
    {
        foreach (var operation in operations)
            waiting.Enqueue(operation);
    }

    private List<IWriteOperation> ReadResponse(ReadOnlySpan<byte> json, List<IWriteOperation> chunk)
    {
        List<IWriteOperation> unprocessed = [];
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("UnprocessedItems"u8))
                ReadUnprocessed(ref reader, chunk, unprocessed);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity.AddRange(CapacityReader.ReadList(ref reader));
            else if (name.SequenceEqual("ItemCollectionMetrics"u8))
                CapacityReader.ReadCollectionMetrics(ref reader, metrics);
            else
                reader.Skip();
        }

        return unprocessed;
    }

    private static void ReadUnprocessed(ref JsonCursor reader, List<IWriteOperation> chunk, List<IWriteOperation> unprocessed)
    {
        while (reader.NextMember(out var name))
        {
            var table = Encoding.UTF8.GetString(name);
            var candidates = chunk.Where(operation => operation.TableName == table).ToDictionary(operation => operation.Identity);
            if (candidates.Count == 0)
                throw new ItemFormatException("UnprocessedItems", "a table of the request", $"'{table}'");

            var model = candidates.Values.First().Model;
            while (reader.NextElement())
                unprocessed.Add(Match(ref reader, candidates, table, model));
        }
    }

    /// <summary>Finds the operation again of which <c>{"PutRequest":{"Item":{…}}}</c> or <c>{"DeleteRequest":{"Key":{…}}}</c> came back.</summary>
    private static IWriteOperation Match(ref JsonCursor reader, Dictionary<ItemIdentity, IWriteOperation> candidates, string table, TableModel model)
    {
        IWriteOperation? match = null;
        while (reader.NextMember(out _))
        {
            while (reader.NextMember(out _))
            {
                var item = KeyReader.ReadIdentity(reader.ReadRaw(), table, model.Partition, model.Sort);
                match = candidates.GetValueOrDefault(item);
            }
        }

        return match ?? throw new ItemFormatException("UnprocessedItems", "an item of the request", "another one");
    }
}
