using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Operations.Transactions;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>TransactWriteItems.</summary>
internal static class TransactWriteItems
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var wantsMetrics = CollectionMetrics.Read(fields, constraints);
        var token = WriteTransaction.ReadToken(fields, constraints);
        var list = TransactItems.Read(fields, constraints, "TransactItems");
        var writes = TransactWriteReader.Read(list);
        var outcomes = WriteTransaction.Run(context, writes, token, list);

        context.Json.WriteStartObject();
        if (wantsMetrics)
            CollectionMetrics.WriteAll(context, outcomes);
        WriteTransaction.WriteCapacity(context.Json, capacity, writes, outcomes);
        context.Json.WriteEndObject();
    }
}
