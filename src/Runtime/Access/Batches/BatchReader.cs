using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads batches of any length, 100 keys in a request, with retries of what the service returns as unprocessed.</summary>
internal sealed class BatchReader
{
    private const int MaxInRequest = 100;
    private const string Kind = "batch";

    private readonly DynamoClient client;
    private readonly bool isConsistent;
    private readonly CapacityDetail detail;
    private readonly Queue<IReadOperation> waiting = new();
    private readonly Dictionary<ItemIdentity, object?> items = [];
    private readonly List<ConsumedCapacity> capacity = [];

    private BatchReader(DynamoClient client, bool isConsistent, CapacityDetail detail)
    {
        this.client = client;
        this.isConsistent = isConsistent;
        this.detail = detail;
    }

    public static Task<ReadResult> ReadAsync(DynamoClient client, IEnumerable<IReadOperation> operations, bool isConsistent, CapacityDetail detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operations);
        var batch = new BatchReader(client, isConsistent, detail);
        batch.Take(operations);
        return batch.RunAsync(cancellationToken);
    }

    private void Take(IEnumerable<IReadOperation> operations)
    {
        operations.TryGetNonEnumeratedCount(out var count);
        waiting.EnsureCapacity(count);
        items.EnsureCapacity(count);
        var seen = new HashSet<ItemIdentity>(count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            Operations.Check(client, operation.Table, waiting.Count, Kind);
            if (operation.BatchObstacle is { } obstacle)
                throw Operations.Refused(operation.Identity, Kind, obstacle);
            if (!seen.Add(operation.Identity))
                throw Operations.Twice(operation.Identity, Kind);

            waiting.Enqueue(operation);
        }
    }

    private async Task<ReadResult> RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client.Options);
        while (waiting.Count > 0 && !backoff.IsExhausted)
        {
            var chunk = new Dictionary<ItemIdentity, IReadOperation>(MaxInRequest);
            while (chunk.Count < MaxInRequest && waiting.TryDequeue(out var operation))
                chunk.Add(operation.Identity, operation);

            var done = 0;
            try
            {
                done = await SendAsync(chunk, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (Throttles.IsThrottle(error))
            {
                PutBack(chunk.Values);
            }

            if (done > 0)
                backoff.Progress();
            if (done < chunk.Count)
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new ReadResult(items, [.. waiting], capacity);
    }

    /// <summary>Sends a request, puts back what comes back unprocessed, and returns how many keys are done.</summary>
    private async Task<int> SendAsync(Dictionary<ItemIdentity, IReadOperation> chunk, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        WriteRequest(body, chunk.Values);
        using var response = await client.Transport.SendAsync(new DynamoRequest(DynamoOperation.BatchGetItem, body.WrittenMemory, null), cancellationToken).ConfigureAwait(false);
        var unprocessed = ReadResponse(response.WrittenSpan, chunk);
        PutBack(unprocessed);
        return chunk.Count - unprocessed.Count;
    }

    private void PutBack(IEnumerable<IReadOperation> operations)
    {
        foreach (var operation in operations)
            waiting.Enqueue(operation);
    }

    private void WriteRequest(WireBuffer body, IEnumerable<IReadOperation> chunk)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var tables = writer.BeginMap();
        foreach (var table in chunk.GroupBy(operation => operation.TableName))
        {
            writer.WriteName(table.Key);
            var isFirst = true;
            foreach (var operation in table)
            {
                writer.WriteRaw(isFirst ? "{\"Keys\":["u8 : ","u8);
                operation.WriteKey(ref writer);
                isFirst = false;
            }

            writer.WriteRaw(isConsistent ? "],\"ConsistentRead\":true"u8 : "]"u8);

            // A request has one projection for a table: each read passes over what the others asked for.
            context.Clear();
            RequestText.WriteProjection(ref writer, context, Projections.Union(table));
            context.WriteMembers(ref writer);
            writer.WriteRaw("}"u8);
        }

        writer.EndMap(tables);
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private List<IReadOperation> ReadResponse(ReadOnlySpan<byte> json, Dictionary<ItemIdentity, IReadOperation> chunk)
    {
        List<IReadOperation> unprocessed = [];
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Responses"u8))
                ReadItems(ref reader, chunk);
            else if (name.SequenceEqual("UnprocessedKeys"u8))
                ReadUnprocessed(ref reader, chunk, unprocessed);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity.AddRange(CapacityReader.ReadList(ref reader));
            else
                reader.Skip();
        }

        return unprocessed;
    }

    private void ReadItems(ref JsonCursor reader, Dictionary<ItemIdentity, IReadOperation> chunk)
    {
        while (reader.NextMember(out var name))
        {
            var table = Encoding.UTF8.GetString(name);
            while (reader.NextElement())
            {
                var probe = reader;
                var operation = Match(probe.ReadRaw(), chunk, table);
                items[operation.Identity] = operation.Read(ref reader);
            }
        }
    }

    private static void ReadUnprocessed(ref JsonCursor reader, Dictionary<ItemIdentity, IReadOperation> chunk, List<IReadOperation> unprocessed)
    {
        while (reader.NextMember(out var name))
        {
            var table = Encoding.UTF8.GetString(name);
            while (reader.NextMember(out var member))
            {
                if (!member.SequenceEqual("Keys"u8))
                {
                    reader.Skip();
                    continue;
                }

                while (reader.NextElement())
                    unprocessed.Add(Match(reader.ReadRaw(), chunk, table));
            }
        }
    }

    private static IReadOperation Match(ReadOnlySpan<byte> item, Dictionary<ItemIdentity, IReadOperation> chunk, string table)
    {
        foreach (var operation in chunk.Values)
        {
            if (operation.TableName != table)
                continue;

            var identity = KeyReader.ReadIdentity(item, table, operation.Model.Partition, operation.Model.Sort);
            return chunk.GetValueOrDefault(identity) ?? throw new ItemFormatException("", "an item of the request", $"{identity}");
        }

        throw new ItemFormatException("", "a table of the request", $"'{table}'");
    }
}
