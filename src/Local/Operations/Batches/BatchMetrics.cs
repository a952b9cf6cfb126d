using System.Text.Json;
using DynamoToolkit.Local.Operations.Items;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>The item collections that a batch or a transaction wrote to, by table.</summary>
internal static class BatchMetrics
{
    /// <summary>Writes <c>ItemCollectionMetrics</c>, if any table has collections.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<WriteOutcome> outcomes)
    {
        var tables = outcomes
            .Where(static outcome => outcome.Schema.HasCollections && (outcome.New ?? outcome.Old) is not null)
            .GroupBy(static outcome => outcome.Schema.Name)
            .ToList();
        if (tables.Count == 0)
            return;

        json.WriteStartObject("ItemCollectionMetrics");
        foreach (var table in tables)
        {
            json.WriteStartArray(table.Key);
            foreach (var outcome in table.DistinctBy(static outcome => Partition(outcome)))
                CollectionMetrics.Write(json, outcome.Schema, (outcome.New ?? outcome.Old)!);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Partition(WriteOutcome outcome)
    {
        var hash = (outcome.New ?? outcome.Old)!.Get(outcome.Schema.Keys.Hash.Name)!;
        return Convert.ToBase64String(Storage.KeyEncoder.Partition([hash]));
    }
}
