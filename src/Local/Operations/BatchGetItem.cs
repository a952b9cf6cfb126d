using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Operations.Batches;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>BatchGetItem.</summary>
internal static class BatchGetItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var map = BatchConstraints.ReadRequestItems(context.Body, "BatchGetItem");
        BatchConstraints.CheckTableNames(map, constraints);
        var requests = new List<(BatchGetTable Request, Fields Fields)>();
        foreach (var property in map.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            var fields = Fields.StructureOf(property.Value, "KeysAndAttributes");
            BatchConstraints.CheckKeys(name, fields, constraints);
            requests.Add((new BatchGetTable(name, property.Value), fields));
        }

        constraints.ThrowIfAny();
        foreach (var (request, fields) in requests)
            request.Read(fields);
        if (requests.Sum(static entry => entry.Request.Keys.Count) > BatchConstraints.MaxKeys)
            throw BatchConstraints.TooManyItems("BatchGetItem");

        Execute(context, [.. requests.Select(static entry => entry.Request)], capacity);
    }

    private static void Execute(OperationContext context, List<BatchGetTable> requests, CapacityReport capacity)
    {
        foreach (var request in requests)
            request.Check(context.Table(request.TableName));

        var bytes = 0L;
        var processed = 0;
        ThrottledError? throttled = null;
        foreach (var request in requests)
        {
            foreach (var key in request.Keys)
            {
                if (bytes >= BatchConstraints.MaxResponseBytes)
                {
                    request.Unprocessed.Add(key);
                    continue;
                }

                // A throttled key is unprocessed. It is an error only if all are throttled.
                var item = request.Get(key);
                var units = Units.Read(item?.ItemSize ?? 0, request.Consistent);
                try
                {
                    context.Faults.ThrowIfUnprocessed(request.TableName, isWrite: false);
                    context.ChargeRead(context.Table(request.TableName), key, units);
                }
                catch (ThrottledError error)
                {
                    throttled = error;
                    request.Unprocessed.Add(key);
                    continue;
                }

                processed++;
                bytes += item?.ItemSize ?? 0;
                if (item is not null)
                    request.Add(item);
                capacity.For(request.TableName).AddTable(units);
            }
        }

        if (processed == 0 && throttled is not null)
            throw throttled;
        Write(context, requests, capacity);
    }

    private static void Write(OperationContext context, List<BatchGetTable> requests, CapacityReport capacity)
    {
        var json = context.Json;
        json.WriteStartObject();
        json.WriteStartObject("Responses");
        foreach (var request in requests)
            ValueWriter.WriteList(json, request.AskedName, request.Found);

        json.WriteEndObject();
        json.WriteStartObject("UnprocessedKeys");
        foreach (var request in requests)
            request.WriteUnprocessed(json);
        json.WriteEndObject();
        capacity.WriteAll(json);
        json.WriteEndObject();
    }
}
