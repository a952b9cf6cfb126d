using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Writes batches of any length, 25 operations in a request. What the service returns as unprocessed goes into the next request, together with
/// operations that were not sent yet.
/// </summary>
internal sealed class BatchWriter
{
    private const int MostInRequest = 25;
    private const int MostBytesInRequest = 16 * 1024 * 1024;
    private const string Kind = "batch";

    private readonly DynamoClient client;
    private readonly CapacityDetail detail;
    private readonly Queue<IWriteOperation> waiting = new();
    private readonly List<ConsumedCapacity> capacity = [];

    private BatchWriter(DynamoClient client, CapacityDetail detail)
    {
        this.client = client;
        this.detail = detail;
    }

    public static Task<BatchWriteResult> WriteAsync(DynamoClient client, IEnumerable<IWriteOperation> operations, CapacityDetail detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var batch = new BatchWriter(client, detail);
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
            var chunk = new List<IWriteOperation>(MostInRequest);
            var sent = 0;
            try
            {
                sent = await SendAsync(chunk, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (Throttles.IsThrottle(error))
            {
                PutBack(chunk);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                PutBack(chunk);
                throw new BatchWriteException($"A request of the batch failed, and {waiting.Count} operations did not go through: {error.Message}", [.. waiting], error);
            }

            if (sent > 0)
                backoff.Progress();
            if (sent < chunk.Count)
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new BatchWriteResult { Unprocessed = [.. waiting], ConsumedCapacity = capacity };
    }

    /// <summary>Sends what fits into a request, puts back what comes back, and returns how many went through.</summary>
    private async Task<int> SendAsync(List<IWriteOperation> chunk, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        WriteRequest(body, chunk);
        using var response = await client.Transport.SendAsync(new DynamoRequest(DynamoOperation.BatchWriteItem, body.WrittenMemory, null), cancellationToken).ConfigureAwait(false);
        var unprocessed = ReadResponse(response.WrittenSpan, chunk);
        PutBack(unprocessed);
        return chunk.Count - unprocessed.Count;
    }

    private void PutBack(List<IWriteOperation> operations)
    {
        foreach (var operation in operations)
            waiting.Enqueue(operation);
    }

    private void WriteRequest(WireBuffer body, List<IWriteOperation> chunk)
    {
        // The operations of a request are grouped by table, so it takes the tables of those at the head of the queue.
        using var scratch = WireBuffer.Rent();
        var parts = new List<(IWriteOperation Operation, int Start, int Length)>(MostInRequest);
        while (chunk.Count < MostInRequest && waiting.TryPeek(out var operation))
        {
            var start = scratch.Length;
            var part = new ItemWriter(scratch);
            operation.WriteBatchItem(ref part);
            part.Flush();
            if (scratch.Length > MostBytesInRequest && chunk.Count > 0)
                break;

            chunk.Add(waiting.Dequeue());
            parts.Add((operation, start, scratch.Length - start));
        }

        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var tables = writer.BeginMap();
        for (var first = 0; first < parts.Count; first++)
        {
            var table = parts[first].Operation.TableName;
            if (IsAmong(parts, first, table))
                continue;

            writer.WriteName(table);
            var separator = "["u8;
            foreach (var (operation, start, length) in parts)
            {
                if (operation.TableName != table)
                    continue;

                writer.WriteRaw(separator);
                writer.WriteRaw(scratch.WrittenSpan.Slice(start, length));
                separator = ","u8;
            }

            writer.WriteRaw("]"u8);
        }

        writer.EndMap(tables);
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Whether one of the first operations is on the table, so that all of the table's have been written.</summary>
    private static bool IsAmong(List<(IWriteOperation Operation, int Start, int Length)> parts, int count, string table)
    {
        for (var i = 0; i < count; i++)
        {
            if (parts[i].Operation.TableName == table)
                return true;
        }

        return false;
    }

    private List<IWriteOperation> ReadResponse(ReadOnlySpan<byte> json, List<IWriteOperation> chunk)
    {
        List<IWriteOperation> unprocessed = [];
        var reader = new ResponseReader(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("UnprocessedItems"u8))
                ReadUnprocessed(ref reader, chunk, unprocessed);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity.AddRange(CapacityReader.ReadList(ref reader));
            else
                reader.Skip();
        }

        return unprocessed;
    }

    private static void ReadUnprocessed(ref ResponseReader reader, List<IWriteOperation> chunk, List<IWriteOperation> unprocessed)
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
    private static IWriteOperation Match(ref ResponseReader reader, Dictionary<ItemIdentity, IWriteOperation> candidates, string table, TableModel model)
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
