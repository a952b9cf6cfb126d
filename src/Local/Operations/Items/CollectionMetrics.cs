using System.Text.Json;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>The sizes of item collections as the service estimates them. This engine always reports less than one gigabyte.</summary>
internal static class CollectionMetrics
{
    private const string Property = "ItemCollectionMetrics";

    /// <summary>Reads <c>ReturnItemCollectionMetrics</c>: whether the request asks for metrics.</summary>
    public static bool Read(Fields fields, Constraints constraints)
    {
        var metrics = fields.Text("ReturnItemCollectionMetrics");
        constraints.OneOf("returnItemCollectionMetrics", metrics, Words.CollectionMetrics);
        return metrics == "SIZE";
    }

    /// <summary>Writes the metrics for a request that wrote one item, if the table has collections.</summary>
    public static void WriteOne(Utf8JsonWriter json, WriteOutcome outcome)
    {
        if (!outcome.Schema.HasCollections || outcome.Either is not { } item)
            return;

        json.WritePropertyName(Property);
        Write(json, outcome.Schema, item);
    }

    /// <summary>Writes the metrics for a request that wrote several items, by table, if any table has collections.</summary>
    public static void WriteAll(OperationContext context, IEnumerable<WriteOutcome> outcomes)
    {
        var json = context.Json;
        var tables = outcomes
            .Where(static outcome => outcome.Schema.HasCollections && outcome.Either is not null)
            .GroupBy(static outcome => outcome.Schema.Name)
            .ToList();
        if (tables.Count == 0)
            return;

        json.WriteStartObject(Property);
        foreach (var table in tables)
        {
            json.WriteStartArray(AskedNames.Of(context.Body, table.Key));
            foreach (var outcome in table.DistinctBy(static outcome => Partition(outcome.Schema, outcome.Either!)))
                Write(json, outcome.Schema, outcome.Either!);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Partition(TableSchema schema, MapValue item) =>
        Convert.ToBase64String(KeyEncoder.Partition([item.Get(schema.Keys.Hash.Name)!]));

    private static void Write(Utf8JsonWriter json, TableSchema schema, MapValue item)
    {
        json.WriteStartObject();
        ValueWriter.WriteMap(json, "ItemCollectionKey", KeyRules.KeyOf(schema.Keys.HashElements, item));
        json.WriteStartArray("SizeEstimateRangeGB");
        json.WriteNumberValue(0.0);
        json.WriteNumberValue(1.0);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
