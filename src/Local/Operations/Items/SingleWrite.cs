using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>
/// A request that writes one item: PutItem, UpdateItem or DeleteItem. They differ in the write and in what they can return.
/// </summary>
internal sealed class SingleWrite
{
    private readonly string tableName;
    private readonly CapacityReport capacity;
    private readonly string returnValues;
    private readonly bool wantsMetrics;

    private SingleWrite(string tableName, CapacityReport capacity, string returnValues, bool wantsMetrics)
    {
        this.tableName = tableName;
        this.capacity = capacity;
        this.returnValues = returnValues;
        this.wantsMetrics = wantsMetrics;
    }

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="required">The parameter that holds the item or its key.</param>
    /// <param name="read">Reads the write of an item of the given table.</param>
    /// <param name="returned">
    /// The attributes to return for a value of <c>ReturnValues</c> other than NONE and ALL_OLD; null if the operation has no others.
    /// </param>
    public static void Run<TWrite>(
        OperationContext context,
        string required,
        Func<Fields, string, TWrite> read,
        Func<TWrite, string, WriteOutcome, MapValue?>? returned = null)
        where TWrite : ItemWrite
    {
        var request = Read(context.Body, required);
        var write = read(context.Body, request.tableName);
        if (returned is null && request.returnValues is not ("NONE" or "ALL_OLD"))
            throw DynamoError.Validation("ReturnValues can only be ALL_OLD or NONE");

        var outcome = default(WriteOutcome);
        context.Faults.ThrowIfInConflict(request.tableName);
        if (context.Catalog.Tables.Find(request.tableName) is { } table)
            write.Prepare(table);
        context.Write(batch => outcome = write.Apply(batch, context.Heat));
        var attributes = request.returnValues switch
        {
            "NONE" => null,
            "ALL_OLD" => outcome.Old,
            var other => returned!(write, other, outcome),
        };
        request.WriteResponse(context.Json, outcome, attributes);
    }

    private static SingleWrite Read(Fields fields, string required)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var table = TableNames.Read(fields, constraints);
        constraints.NotNull(Constraints.PathOf(required), fields.Map(required) is not null);
        constraints.OneOf("conditionalOperator", fields.Text("ConditionalOperator"), Words.ConditionalOperator);
        var returnValues = fields.Text("ReturnValues");
        constraints.OneOf("returnValues", returnValues, Words.ReturnValues);
        var onFailure = fields.Text("ReturnValuesOnConditionCheckFailure");
        constraints.OneOf("returnValuesOnConditionCheckFailure", onFailure, Words.ReturnOnFailure);
        var wantsMetrics = CollectionMetrics.Read(fields, constraints);
        constraints.ThrowIfAny();
        return new SingleWrite(table, capacity, returnValues ?? "NONE", wantsMetrics);
    }

    private void WriteResponse(Utf8JsonWriter json, WriteOutcome outcome, MapValue? attributes)
    {
        if (capacity.IsWanted)
            capacity.For(tableName).AddWrite(outcome.Schema, outcome.Old, outcome.New);

        json.WriteStartObject();
        if (attributes is not null)
            ValueWriter.WriteMap(json, "Attributes", attributes);
        capacity.WriteOne(json);
        if (wantsMetrics)
            CollectionMetrics.WriteOne(json, outcome);
        json.WriteEndObject();
    }
}
