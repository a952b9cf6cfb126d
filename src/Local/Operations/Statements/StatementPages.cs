using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>Reads the pages of a SELECT: a query if the condition fixes the partition, otherwise a scan.</summary>
internal static class StatementPages
{
    /// <summary>Reads one page and writes the response.</summary>
    public static void Run(OperationContext context, SelectStatement select, CapacityReport capacity, long? limit)
    {
        var request = new ReadRequest
        {
            TableName = select.Table,
            IndexName = select.Index,
            Capacity = capacity,
            Consistent = context.Body.IsSet("ConsistentRead"),
            Limit = limit,
            Select = null,
            Filter = select.Where,
            Projection = Attributes(select),
        };
        var source = ReadSource.Find(context, request, "Scan operation not supported on this index type", namesMissing: false);
        var predicates = StatementKeys.ReadPredicates(source.Keys, select.Where);
        var descending = ReadOrder(select, source, isQuery: predicates is not null);
        var range = predicates is null ? new KeyRange(null, null) : KeyRange.Of(source.Keys, predicates);
        if (context.Body.Text("NextToken") is { } token)
            range = Continue(range, ReadToken(token, source), descending);

        var partition = predicates is null ? null : KeyRange.PartitionOf(source.Keys, predicates);
        var page = PageReader.Read(context, request, source, source.Walk(range.From, range.To, descending), partition);
        Write(context.Json, select, source, page, capacity);
    }

    // The columns are picked from these attributes. An index must carry them.
    private static Projection? Attributes(SelectStatement select) => select.Columns is null
        ? null
        : Projection.Of(select.Columns.Select(static column => column.Path.Attribute).Distinct());

    private static bool ReadOrder(SelectStatement select, ReadSource source, bool isQuery)
    {
        if (select.Order.Count == 0)
            return false;
        if (select.Where is null)
            throw DynamoError.Validation("Must have WHERE clause in the statement when using ORDER BY clause.");
        if (!isQuery)
        {
            throw DynamoError.Validation(
                "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
        }

        foreach (var (attribute, _) in select.Order)
        {
            if (!source.Keys.Has(attribute))
                throw DynamoError.Validation($"Variable reference {attribute} in ORDER BY clause must be part of the primary key");
        }

        // Within a partition, only the range attributes order anything.
        var ranges = select.Order.Where(order => Array.Exists(source.Keys.RangeElements, element => element.Name == order.Attribute));
        var directions = ranges.Select(static order => order.Descending).Distinct().ToList();
        return directions.Count < 2 ? directions is [true] : throw StatementErrors.Unsupported("ORDER BY in two directions");
    }

    private static KeyRange Continue(KeyRange range, byte[] last, bool descending) =>
        descending ? range with { To = last } : range with { From = KeyEncoder.After(last) };

    private static void Write(Utf8JsonWriter json, SelectStatement select, ReadSource source, Page page, CapacityReport capacity)
    {
        json.WriteStartObject();
        json.WriteStartArray("Items");
        foreach (var item in page.Items)
            ValueWriter.WriteMap(json, select.Columns is null ? item : SelectColumn.Pick(select.Columns, item));
        json.WriteEndArray();
        if (page.Last is not null)
        {
            var key = KeyRules.KeyOf(source.TokenElements, page.Last);
            ValueWriter.WriteMap(json, "LastEvaluatedKey", key);
            json.WriteString("NextToken", MakeToken(key));
        }

        capacity.WriteOne(json);
        json.WriteEndObject();
    }

    private static string MakeToken(MapValue key)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            ValueWriter.WriteMap(json, key);
        return Convert.ToBase64String(bytes.ToArray());
    }

    private static byte[] ReadToken(string token, ReadSource source)
    {
        const string Invalid = "Invalid NextToken";
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(token));
            var key = ValueReader.ReadMap(document.RootElement);
            source.CheckStartKey(key, Invalid);
            return source.EntryKey(key);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or DynamoError)
        {
            throw DynamoError.Validation(Invalid);
        }
    }
}
