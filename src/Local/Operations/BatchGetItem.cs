using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Batches;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>BatchGetItem.</summary>
internal static class BatchGetItem
{
    private const int MostKeys = 100;

    // The service stops at this size and returns the other keys as unprocessed.
    private const int MostResponseBytes = 16 * 1024 * 1024;

    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        if (context.Body.Map("RequestItems") is not { } map || !map.EnumerateObject().Any())
            throw DynamoError.Validation("The requestItems parameter is required for BatchGetItem");

        BatchConstraints.CheckTableNames(map, constraints);
        var requests = new List<(BatchGetTable Request, Fields Fields)>();
        foreach (var property in map.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            var fields = Fields.StructureOf(property.Value, "KeysAndAttributes");
            BatchConstraints.CheckKeys(name, fields, constraints);
            requests.Add((new BatchGetTable(TableNames.FromResource(name)!, property.Value), fields));
        }

        constraints.ThrowIfAny();
        foreach (var (request, fields) in requests)
            request.Read(fields);
        if (requests.Sum(static entry => entry.Request.Keys.Count) > MostKeys)
            throw DynamoError.Validation("Too many items requested for the BatchGetItem call");

        Execute(context, [.. requests.Select(static entry => entry.Request)], capacity);
    }

    private static void Execute(OperationContext context, List<BatchGetTable> requests, CapacityReport capacity)
    {
        foreach (var request in requests)
            request.Check(context.Table(request.TableName));

        var bytes = 0L;
        foreach (var request in requests)
        {
            foreach (var key in request.Keys)
            {
                if (bytes >= MostResponseBytes)
                {
                    request.Unprocessed.Add(key);
                    continue;
                }

                var item = request.Get(key);
                bytes += item?.ItemSize ?? 0;
                capacity.For(request.TableName).AddTable(Units.Read(item?.ItemSize ?? 0, request.Consistent));
            }
        }

        Write(context, requests, capacity);
    }

    private static void Write(OperationContext context, List<BatchGetTable> requests, CapacityReport capacity)
    {
        var json = context.Json;
        json.WriteStartObject();
        json.WriteStartObject("Responses");
        foreach (var request in requests)
        {
            json.WriteStartArray(request.TableName);
            foreach (var item in request.Found)
                ValueWriter.WriteMap(json, item);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject("UnprocessedKeys");
        foreach (var request in requests)
            request.WriteUnprocessed(json);
        json.WriteEndObject();
        capacity.WriteAll(json);
        json.WriteEndObject();
    }
}
