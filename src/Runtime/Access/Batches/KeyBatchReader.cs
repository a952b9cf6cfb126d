using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Reads items of one type by their keys, 100 in a request, with retries of what the service returns as unprocessed. All items of a response are of
/// the one type, so that they are read as they come, without finding out which key each answers.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <typeparam name="TPart">The type to read the items as.</typeparam>
internal sealed class KeyBatchReader<T, TPart>
    where T : IItem<T>
    where TPart : IDynamoMap<TPart>
{
    private const int MaxInRequest = 100;

    private readonly TableHandle table;
    private readonly bool isConsistent;
    private readonly CapacityDetail detail;
    private readonly IReadOnlyList<string> projection;
    private readonly Queue<ItemKey<T>> waiting;
    private readonly List<TPart> items;

    /// <param name="table">The table.</param>
    /// <param name="keys">The keys, each of another item.</param>
    /// <param name="isConsistent">Whether to read what the last writes left.</param>
    /// <param name="detail">What the responses tell of the capacity used.</param>
    /// <param name="projection">The attributes to read; empty means all.</param>
    public KeyBatchReader(TableHandle table, IEnumerable<ItemKey<T>> keys, bool isConsistent, CapacityDetail detail, IReadOnlyList<string> projection)
    {
        ArgumentNullException.ThrowIfNull(keys);
        this.table = table;
        this.isConsistent = isConsistent;
        this.detail = detail;
        this.projection = projection;
        keys.TryGetNonEnumeratedCount(out var count);
        items = new List<TPart>(count);
        waiting = new Queue<ItemKey<T>>(count);
        var seen = new HashSet<ItemKey<T>>(count);
        foreach (var key in keys)
        {
            if (!seen.Add(key))
                throw Operations.Twice(new ItemIdentity(table.Name, key.Partition, key.Sort), "batch");

            waiting.Enqueue(key);
        }
    }

    public IReadOnlyList<TPart> Items => items;

    /// <summary>The keys that are still waiting.</summary>
    public IReadOnlyList<ItemKey<T>> Unprocessed => waiting.Count == 0 ? [] : [.. waiting];

    public ConsumedCapacity? Capacity { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var backoff = new Backoff(table.Client.Options);
        while (waiting.Count > 0 && !backoff.IsExhausted)
        {
            var count = Math.Min(MaxInRequest, waiting.Count);
            var done = 0;
            try
            {
                done = await SendAsync(count, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (Throttles.IsThrottle(error))
            {
                // The keys are still waiting.
            }

            if (done > 0)
                backoff.Progress();
            if (done < count)
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for the first keys that wait; those that come back unprocessed wait again, behind the others.</summary>
    /// <returns>How many keys are done.</returns>
    private async Task<int> SendAsync(int count, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        WriteRequest(body, count);
        using var response = await table.SendAsync(DynamoOperation.BatchGetItem, body, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < count; i++)
            waiting.Dequeue();

        var left = waiting.Count;
        ReadResponse(response.WrittenSpan);
        return count - (waiting.Count - left);
    }

    private void WriteRequest(WireBuffer body, int count)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var tables = writer.BeginMap();
        writer.WriteName(table.Name);
        var separator = "{\"Keys\":["u8;
        foreach (var key in waiting)
        {
            if (count-- == 0)
                break;

            writer.WriteRaw(separator);
            key.Write(ref writer);
            separator = ","u8;
        }

        writer.WriteRaw(isConsistent ? "],\"ConsistentRead\":true"u8 : "]"u8);
        RequestText.WriteProjection(ref writer, context, projection);
        context.WriteMembers(ref writer);
        writer.WriteRaw("}"u8);
        writer.EndMap(tables);
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private void ReadResponse(ReadOnlySpan<byte> json)
    {
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Responses"u8))
                ReadItems(ref reader);
            else if (name.SequenceEqual("UnprocessedKeys"u8))
                ReadUnprocessed(ref reader);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                ReadCapacity(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadItems(ref JsonCursor reader)
    {
        while (reader.NextMember(out var name))
        {
            ThrowIfOther(name);
            while (reader.NextElement())
            {
                if (Expiry.TryRead<TPart>(ref reader, T.Model.TimeToLiveAttribute, table.Time, out var item))
                    items.Add(item);
            }
        }
    }

    private void ReadUnprocessed(ref JsonCursor reader)
    {
        while (reader.NextMember(out var name))
        {
            ThrowIfOther(name);
            while (reader.NextMember(out var member))
            {
                if (!member.SequenceEqual("Keys"u8))
                {
                    reader.Skip();
                    continue;
                }

                while (reader.NextElement())
                {
                    var key = KeyReader.ReadIdentity(reader.ReadRaw(), table.Name, T.Model.Partition, T.Model.Sort);
                    waiting.Enqueue(new ItemKey<T>(key.Partition, key.Sort));
                }
            }
        }
    }

    private void ReadCapacity(ref JsonCursor reader)
    {
        foreach (var used in CapacityReader.ReadList(ref reader))
            Capacity = ConsumedCapacity.Sum(Capacity, used);
    }

    private void ThrowIfOther(ReadOnlySpan<byte> tableName)
    {
        if (!tableName.SequenceEqual(table.Utf8Name))
            throw new ItemFormatException("", $"items of '{table.Name}'", "those of another table");
    }
}
