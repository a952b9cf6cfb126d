using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>What the requests that write one item have in common: the table, and what they want back.</summary>
internal sealed class WriteOptions
{
    private readonly bool wantsMetrics;

    private WriteOptions(string tableName, CapacityReport capacity, string returnValues, bool wantsMetrics)
    {
        TableName = tableName;
        Capacity = capacity;
        ReturnValues = returnValues;
        this.wantsMetrics = wantsMetrics;
    }

    /// <summary>The table's name.</summary>
    public string TableName { get; }

    /// <summary>The consumed capacity.</summary>
    public CapacityReport Capacity { get; }

    /// <summary>Which attributes to return.</summary>
    public string ReturnValues { get; }

    /// <summary>Reads them, and checks the simple constraints of the whole request.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="required">The parameter that holds the item or its key.</param>
    public static WriteOptions Read(Fields fields, string required)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var table = TableNames.Read(fields, constraints);
        var path = char.ToLowerInvariant(required[0]) + required[1..];
        constraints.NotNull(path, fields.Map(required) is not null);
        constraints.OneOf("conditionalOperator", fields.Text("ConditionalOperator"), Words.ConditionalOperator);
        var returnValues = fields.Text("ReturnValues");
        constraints.OneOf("returnValues", returnValues, Words.ReturnValues);
        constraints.OneOf("returnValuesOnConditionCheckFailure", fields.Text("ReturnValuesOnConditionCheckFailure"), Words.ReturnOnFailure);
        var metrics = fields.Text("ReturnItemCollectionMetrics");
        constraints.OneOf("returnItemCollectionMetrics", metrics, Words.CollectionMetrics);
        constraints.ThrowIfAny();
        return new WriteOptions(table, capacity, returnValues ?? "NONE", metrics == "SIZE");
    }

    /// <summary>Writes the response to a write.</summary>
    public void WriteResponse(Utf8JsonWriter json, WriteOutcome outcome, MapValue? attributes)
    {
        if (Capacity.IsWanted)
            Capacity.For(TableName).AddWrite(outcome.Schema, outcome.Old, outcome.New);

        json.WriteStartObject();
        if (attributes is not null)
            ValueWriter.WriteMap(json, "Attributes", attributes);
        Capacity.WriteOne(json);
        if (wantsMetrics && outcome.Schema.HasCollections && (outcome.New ?? outcome.Old) is { } item)
        {
            json.WritePropertyName("ItemCollectionMetrics");
            CollectionMetrics.Write(json, outcome.Schema, item);
        }

        json.WriteEndObject();
    }
}
