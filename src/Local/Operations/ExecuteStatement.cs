using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Operations.Statements;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>ExecuteStatement.</summary>
internal static class ExecuteStatement
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        StatementRequests.Check(fields, constraints);
        var limit = fields.Whole("Limit");
        constraints.AtLeast("limit", limit, 1);
        var onFailure = fields.Text("ReturnValuesOnConditionCheckFailure");
        constraints.OneOf("returnValuesOnConditionCheckFailure", onFailure, Words.ReturnOnFailure);
        constraints.ThrowIfAny();

        var statement = StatementRequests.Parse(fields);
        if (statement is SelectStatement select)
            StatementPages.Run(context, select, capacity, limit);
        else
            Write(context, statement, capacity);
    }

    private static void Write(OperationContext context, Statement statement, CapacityReport capacity)
    {
        var table = context.Table(statement.Table);
        var write = StatementWrites.Make(statement, context.Body, table.Schema);
        context.Faults.ThrowIfInConflict(statement.Table);
        write.Prepare(table);
        var outcome = default(WriteOutcome);
        context.Write(batch => outcome = write.Apply(batch, context.Heat));
        capacity.For(statement.Table).AddWrite(outcome.Schema, outcome.Old, outcome.New);

        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Items");
        if (StatementWrites.Returned(statement, write, outcome) is { } returned)
            ValueWriter.WriteMap(context.Json, returned);
        context.Json.WriteEndArray();
        capacity.WriteOne(context.Json);
        context.Json.WriteEndObject();
    }
}
