using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Operations.Statements;
using DynamoToolkit.Local.Operations.Transactions;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>ExecuteTransaction.</summary>
internal static class ExecuteTransaction
{
    private const string Parameter = "TransactStatements";

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var token = WriteTransaction.ReadToken(context.Body, constraints);
        var list = TransactItems.Read(context.Body, constraints, Parameter);
        var requests = context.Body.Structures(Parameter);
        for (var i = 0; i < requests.Count; i++)
            StatementRequests.Check(requests[i], constraints, $"transactStatements.{i + 1}.member.");
        constraints.ThrowIfAny();

        var statements = requests.ConvertAll(StatementRequests.Parse);
        if (StatementRequests.AllRead(statements))
        {
            Read(context, statements, capacity);
            return;
        }

        var writes = new List<ItemWrite>();
        for (var i = 0; i < statements.Count; i++)
            writes.Add(StatementWrites.Make(statements[i], requests[i], context.Table(statements[i].Table).Schema));

        var outcomes = WriteTransaction.Run(context, writes, token, list);
        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Responses");
        for (var i = 0; i < outcomes.Count; i++)
            WriteResponse(context, StatementWrites.Returned(statements[i], writes[i], outcomes[i]));
        context.Json.WriteEndArray();
        WriteTransaction.WriteCapacity(context.Json, capacity, writes, outcomes);
        context.Json.WriteEndObject();
    }

    private static void Read(OperationContext context, List<Statement> statements, CapacityReport capacity)
    {
        var items = new List<MapValue?>();
        var reasons = new List<CancellationReason>();
        foreach (var statement in statements)
        {
            try
            {
                items.Add(StatementGets.Get(
                    context, (SelectStatement)statement, capacity, static bytes => 2 * Units.Read(bytes, consistent: true)));
                reasons.Add(CancellationReason.None);
            }
            catch (DynamoError error) when (error.Name == "ValidationException")
            {
                reasons.Add(CancellationReason.From(error));
            }
        }

        TransactionCanceledError.ThrowIfAnyFailed(reasons);
        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Responses");
        items.ForEach(item => WriteResponse(context, item));
        context.Json.WriteEndArray();
        capacity.WriteAll(context.Json, "ReadCapacityUnits");
        context.Json.WriteEndObject();
    }

    private static void WriteResponse(OperationContext context, MapValue? item)
    {
        context.Json.WriteStartObject();
        if (item is not null)
            ValueWriter.WriteMap(context.Json, "Item", item);
        context.Json.WriteEndObject();
    }
}
