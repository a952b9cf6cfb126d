using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Statements;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Statements;

namespace DynamoToolkit.Local.Operations;

/// <summary>BatchExecuteStatement. Each statement succeeds or fails on its own.</summary>
internal static class BatchExecuteStatement
{
    private const int MaxStatements = 25;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var list = context.Body.List("Statements");
        constraints.NotNull("statements", list is not null);
        constraints.Length("statements", list?.GetArrayLength(), list?.GetRawText() ?? "", 1, MaxStatements);
        var requests = context.Body.Structures("Statements");
        for (var i = 0; i < requests.Count; i++)
            StatementRequests.Check(requests[i], constraints, $"statements.{i + 1}.member.");
        constraints.ThrowIfAny();

        var statements = requests.ConvertAll(StatementRequests.Parse);
        var responses = StatementRequests.AllRead(statements)
            ? Read(context, statements, requests, capacity)
            : Write(context, statements, requests, capacity);

        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Responses");
        responses.ForEach(response => response.Write(context.Json));
        context.Json.WriteEndArray();
        capacity.WriteAll(context.Json);
        context.Json.WriteEndObject();
    }

    private static List<StatementResponse> Read(
        OperationContext context, List<Statement> statements, List<Fields> requests, CapacityReport capacity)
    {
        var responses = new List<StatementResponse>();
        for (var i = 0; i < statements.Count; i++)
        {
            var select = (SelectStatement)statements[i];
            var consistent = requests[i].IsSet("ConsistentRead");
            responses.Add(StatementResponse.Of(
                select.Table, () => StatementGets.Get(context, select, capacity, bytes => Units.Read(bytes, consistent))));
        }

        return responses;
    }

    private static List<StatementResponse> Write(
        OperationContext context, List<Statement> statements, List<Fields> requests, CapacityReport capacity)
    {
        var responses = new List<StatementResponse>();
        context.Write(batch =>
        {
            for (var i = 0; i < statements.Count; i++)
            {
                var (statement, request) = (statements[i], requests[i]);
                responses.Add(StatementResponse.Of(statement.Table, () =>
                {
                    context.Faults.ThrowIfInConflict(statement.Table);
                    var write = StatementWrites.Make(statement, request, batch.Catalog.Table(statement.Table).Schema);
                    var outcome = write.Apply(batch, context.Heat);
                    capacity.For(statement.Table).AddWrite(outcome.Schema, outcome.Old, outcome.New);
                    return StatementWrites.Returned(statement, write, outcome);
                }));
            }
        });
        return responses;
    }
}
