using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Operations.Transactions;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>TransactWriteItems.</summary>
internal static class TransactWriteItems
{
    private const int MaxTokenLength = 36;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var wantsMetrics = CollectionMetrics.Read(fields, constraints);
        var token = fields.Text("ClientRequestToken");
        constraints.Length("clientRequestToken", token, 1, MaxTokenLength);
        var list = TransactItems.Read(fields, constraints);
        var writes = TransactWriteReader.Read(list);
        CheckTablesAndSizes(context, writes);

        var outcomes = new List<WriteOutcome>();
        var remembered = token is null ? null : new TransactionToken(token, RequestFingerprint.Of(list), context.Now + TokenLifetime);
        context.Write(batch => Execute(batch, writes, remembered, context.Now, outcomes));
        Write(context, capacity, wantsMetrics, writes, outcomes);
    }

    private static void Execute(
        WriteBatch batch, List<ItemWrite> writes, TransactionToken? token, DateTimeOffset now, List<WriteOutcome> outcomes)
    {
        batch.Forget(now);
        if (token is not null && batch.Catalog.Tokens.TryGetValue(token.Token, out var earlier))
        {
            // The transaction is complete already: the response is the same, and nothing is written again.
            if (earlier.Fingerprint != token.Fingerprint)
            {
                throw DynamoError.IdempotentParameterMismatch(
                    "An error occurred (IdempotentParameterMismatchException): "
                    + "the request uses the same client token as an earlier, different one");
            }

            return;
        }

        CheckDistinct(batch, writes);
        CheckKeys(batch, writes);
        var reasons = new List<CancellationReason>();
        foreach (var write in writes)
        {
            try
            {
                outcomes.Add(write.Apply(batch));
                reasons.Add(CancellationReason.None);
            }
            catch (DynamoError error) when (error.Name is "ValidationException" or "ConditionalCheckFailedException")
            {
                reasons.Add(CancellationReason.From(error));
            }
        }

        TransactionCanceledError.ThrowIfAnyFailed(reasons);
        if (token is not null)
            batch.Keep(token);
    }

    // The service checks the keys of all actions before it reads any item, and stops at the first mistake.
    private static void CheckKeys(WriteBatch batch, List<ItemWrite> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            try
            {
                writes[i].Check(batch.Catalog.Table(writes[i].TableName).Schema);
            }
            catch (DynamoError error)
            {
                var reasons = Enumerable.Repeat(CancellationReason.None, writes.Count).ToList();
                reasons[i] = CancellationReason.From(error);
                throw new TransactionCanceledError(reasons);
            }
        }
    }

    private static void CheckTablesAndSizes(OperationContext context, List<ItemWrite> writes)
    {
        var bytes = 0L;
        foreach (var write in writes)
        {
            context.Table(write.TableName);
            bytes += write.KeyHolder.ItemSize;
        }

        TransactItems.CheckSize(bytes);
    }

    // Skips items without a valid key. Apply reports them with a reason.
    private static void CheckDistinct(WriteBatch batch, List<ItemWrite> writes)
    {
        var named = new NamedItems();
        foreach (var write in writes)
        {
            var table = batch.Catalog.Table(write.TableName);
            if (table.Schema.Keys.Covers(write.KeyHolder) && !named.Add(write.TableName, table.KeyOf(write.KeyHolder)))
                throw TransactItems.MultipleOperations();
        }
    }

    private static void Write(
        OperationContext context, CapacityReport capacity, bool wantsMetrics, List<ItemWrite> writes, List<WriteOutcome> outcomes)
    {
        context.Json.WriteStartObject();
        if (wantsMetrics)
            CollectionMetrics.WriteAll(context.Json, outcomes);
        if (outcomes.Count > 0)
        {
            foreach (var outcome in outcomes)
                capacity.For(outcome.Schema.Name).AddWrite(outcome.Schema, outcome.Old, outcome.New, factor: 2);
            capacity.WriteAll(context.Json, "WriteCapacityUnits");
        }
        else
        {
            // A repetition with the same token costs as much as reading the items.
            foreach (var write in writes)
                capacity.For(write.TableName).AddTable(2 * Units.Read(write.KeyHolder.ItemSize, consistent: true));
            capacity.WriteAll(context.Json, "ReadCapacityUnits");
        }

        context.Json.WriteEndObject();
    }
}
