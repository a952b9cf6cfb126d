using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using ResourceNotFoundException = Amazon.DynamoDBv2.Model.ResourceNotFoundException;

namespace DynamoToolkit.Patterns.Counters;

/// <summary>Reads the items of counters with a query.</summary>
/// <param name="table">The table.</param>
/// <param name="model">The type of the item that has the counters.</param>
internal sealed class CounterReader(TableHandle table, TableModel model)
{
    /// <summary>Reads the items whose sort keys begin with a text.</summary>
    /// <param name="partition">The partition key.</param>
    /// <param name="prefix">The text.</param>
    /// <param name="isConsistent">Whether to read the result of the latest adds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<List<(string Sort, decimal Value)>> ReadAsync(
        KeyValue partition, string prefix, bool isConsistent, CancellationToken cancellationToken)
    {
        List<(string Sort, decimal Value)> found = [];
        using var page = new PageResponse();
        do
        {
            using var body = WireBuffer.Rent();
            Write(body, partition, prefix, isConsistent, page.NextKey.WrittenSpan);
            WireBuffer response;
            try
            {
                response = await table.SendAsync(DynamoOperation.Query, body, cancellationToken).ConfigureAwait(false);
            }
            catch (ResourceNotFoundException missing)
            {
                throw RequestErrors.TableMissing(missing, DynamoOperation.Query, [table.Name]);
            }

            page.Open(response, findsCapacity: false);
            while (page.NextItem())
            {
                found.Add(Read(page.Cursor()));
                page.SkipItem();
            }
        }
        while (page.NextKey.Length > 0);

        return found;
    }

    private void Write(WireBuffer body, KeyValue partition, string prefix, bool isConsistent, ReadOnlySpan<byte> after)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"KeyConditionExpression\":\""u8);
        context.WriteName(ref writer, model.Partition.AttributeName);
        writer.WriteRaw(" = "u8);
        context.WriteKey(ref writer, partition);
        writer.WriteRaw(" AND begins_with("u8);
        context.WriteName(ref writer, model.Sort!.AttributeName);
        writer.WriteRaw(", "u8);
        context.WriteKey(ref writer, KeyValue.Of(prefix));
        writer.WriteRaw(")\""u8);
        context.WriteMembers(ref writer);
        if (isConsistent)
            writer.WriteRaw(",\"ConsistentRead\":true"u8);
        if (!after.IsEmpty)
        {
            writer.WriteRaw(",\"ExclusiveStartKey\":"u8);
            writer.WriteRaw(after);
        }

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private (string Sort, decimal Value) Read(JsonCursor item)
    {
        var (sort, value) = ("", 0m);
        while (item.NextMember(out var name))
        {
            if (model.Sort!.IsNamed(name))
                sort = KeyValue.Read(ref item).Text ?? "";
            else if (name.SequenceEqual("value"u8))
                value = KeyValue.Read(ref item).As<decimal, DecimalConverter>();
            else
                item.Skip();
        }

        return (sort, value);
    }
}
