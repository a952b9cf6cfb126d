using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Operations.Batches;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>BatchWriteItem. The writes become visible together, which is more than the service guarantees.</summary>
internal static class BatchWriteItem
{
    private const int MaxWrites = 25;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var wantsMetrics = CollectionMetrics.Read(context.Body, constraints);
        var map = BatchConstraints.ReadRequestItems(context.Body, "BatchWriteItem");
        CheckConstraints(map, constraints);
        var writes = ReadWrites(map);
        foreach (var (write, _) in writes)
            write.Prepare(context.Table(write.TableName).Schema);
        CheckDuplicates(writes);

        var unprocessed = new List<(string Table, JsonElement Request)>();
        var outcomes = Apply(context, writes, unprocessed);
        foreach (var outcome in outcomes)
            capacity.For(outcome.Schema.Name).AddWrite(outcome.Schema, outcome.Old, outcome.New);

        context.Json.WriteStartObject();
        WriteUnprocessed(context, unprocessed);
        if (wantsMetrics)
            CollectionMetrics.WriteAll(context, outcomes);
        capacity.WriteAll(context.Json);
        context.Json.WriteEndObject();
    }

    // A throttled write is unprocessed. It is an error only if all are throttled.
    private static List<WriteOutcome> Apply(
        OperationContext context,
        List<(ItemWrite Write, JsonElement Request)> writes,
        List<(string Table, JsonElement Request)> unprocessed)
    {
        var outcomes = new List<WriteOutcome>();
        context.Write(batch =>
        {
            foreach (var (write, request) in writes)
            {
                try
                {
                    context.Faults.ThrowIfUnprocessed(write.TableName, isWrite: true);
                    outcomes.Add(write.Apply(batch, context.Heat));
                }
                catch (ThrottledError) when (outcomes.Count > 0 || unprocessed.Count < writes.Count - 1)
                {
                    unprocessed.Add((write.TableName, request));
                }
            }
        });
        return outcomes;
    }

    private static void WriteUnprocessed(OperationContext context, List<(string Table, JsonElement Request)> unprocessed)
    {
        var json = context.Json;
        json.WriteStartObject("UnprocessedItems");
        foreach (var table in unprocessed.GroupBy(static write => write.Table))
        {
            json.WriteStartArray(AskedNames.Of(context.Body, table.Key));
            foreach (var (_, request) in table)
                request.WriteTo(json);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void CheckConstraints(JsonElement map, Constraints constraints)
    {
        BatchConstraints.CheckTableNames(map, constraints);
        var total = 0;
        foreach (var property in map.EnumerateObject())
        {
            Fields.ThrowUnlessArray(property.Value);
            var count = property.Value.GetArrayLength();
            total += count;
            if (count is 0 or > MaxWrites)
            {
                constraints.Fail(
                    $"Value '{{{JsonText.NameOf(property)}={property.Value.GetRawText()}}}' at 'requestItems'",
                    $"Map value must satisfy constraint: [Member must have length less than or equal to {MaxWrites}, "
                    + "Member must have length greater than or equal to 1]");
            }
        }

        constraints.ThrowIfAny();
        if (total > MaxWrites)
            throw BatchConstraints.TooManyItems("BatchWriteItem");
    }

    private static List<(ItemWrite Write, JsonElement Request)> ReadWrites(JsonElement map)
    {
        var writes = new List<(ItemWrite, JsonElement)>();
        foreach (var property in map.EnumerateObject())
        {
            var table = TableNames.FromResource(JsonText.NameOf(property))!;
            foreach (var element in property.Value.EnumerateArray())
                writes.Add((ReadWrite(table, Fields.StructureOf(element, "WriteRequest")), element));
        }

        return writes;
    }

    private static ItemWrite ReadWrite(string table, Fields request)
    {
        var put = request.Structure("PutRequest");
        var delete = request.Structure("DeleteRequest");
        if ((put is null) == (delete is null))
            throw ValueReader.MoreThanOneType();

        if (put is not null)
        {
            RequireMember(put.Value, "Item", $"requestItems.{table}.member.1.member.putRequest.item");
            return ItemWriteReader.ReadPut(put.Value, table);
        }

        RequireMember(delete!.Value, "Key", $"requestItems.{table}.member.1.member.deleteRequest.key");
        return ItemWriteReader.ReadDelete(delete.Value, table);
    }

    private static void RequireMember(Fields fields, string name, string path)
    {
        var constraints = new Constraints();
        constraints.NotNull(path, fields.Map(name) is not null);
        constraints.ThrowIfAny();
    }

    private static void CheckDuplicates(List<(ItemWrite Write, JsonElement Request)> writes)
    {
        var named = new NamedItems();
        foreach (var (write, _) in writes)
        {
            if (!named.Add(write.TableName, write.PreparedKey))
                throw BatchConstraints.Duplicates();
        }
    }
}
