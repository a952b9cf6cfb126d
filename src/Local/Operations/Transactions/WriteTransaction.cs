using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>Applies the writes of a transaction, all or none, and only once for a client's token.</summary>
internal static class WriteTransaction
{
    private const int MaxTokenLength = 36;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Reads <c>ClientRequestToken</c>.</summary>
    public static string? ReadToken(Fields fields, Constraints constraints)
    {
        var token = fields.Text("ClientRequestToken");
        constraints.Length("clientRequestToken", token, 1, MaxTokenLength);
        return token;
    }

    /// <summary>Applies the writes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="token">The client's token; null for none.</param>
    /// <param name="actions">The part of the request that must be the same when the token is used again.</param>
    /// <returns>The outcomes; empty if an earlier request with the token has done it all.</returns>
    public static List<WriteOutcome> Run(OperationContext context, List<ItemWrite> writes, string? token, JsonElement actions)
    {
        CheckTablesAndSizes(context, writes);
        Prepare(context, writes);
        var outcomes = new List<WriteOutcome>();
        var remembered = token is null ? null : new TransactionToken(token, RequestFingerprint.Of(actions), context.Now + TokenLifetime);
        context.Write(batch => Execute(batch, context, writes, remembered, outcomes));
        return outcomes;
    }

    /// <summary>Writes the consumed capacity.</summary>
    public static void WriteCapacity(Utf8JsonWriter json, CapacityReport capacity, List<ItemWrite> writes, List<WriteOutcome> outcomes)
    {
        if (outcomes.Count > 0)
        {
            foreach (var outcome in outcomes)
                capacity.For(outcome.Schema.Name).AddWrite(outcome.Schema, outcome.Old, outcome.New, factor: 2);
            capacity.WriteAll(json, "WriteCapacityUnits");
            return;
        }

        // A repetition with the same token costs as much as reading the items.
        foreach (var write in writes)
            capacity.For(write.TableName).AddTable(RepetitionUnits(write));
        capacity.WriteAll(json, "ReadCapacityUnits");
    }

    private static double RepetitionUnits(ItemWrite write) => 2 * Units.Read(write.KeyHolder.ItemSize, consistent: true);

    // Before the turn of this writer. What is wrong is reported later, in its order.
    private static void Prepare(OperationContext context, List<ItemWrite> writes)
    {
        foreach (var write in writes)
        {
            try
            {
                write.Prepare(context.Table(write.TableName).Schema);
            }
            catch (DynamoError)
            {
                return;
            }
        }
    }

    private static void Execute(
        WriteBatch batch, OperationContext context, List<ItemWrite> writes, TransactionToken? token, List<WriteOutcome> outcomes)
    {
        batch.Forget(context.Now);
        if (token is not null && batch.Catalog.Tokens.Find(token.Token) is { } earlier)
        {
            // The transaction is complete already: the response is the same, and nothing is written again.
            if (earlier.Fingerprint != token.Fingerprint)
            {
                throw DynamoError.IdempotentParameterMismatch(
                    "An error occurred (IdempotentParameterMismatchException): "
                    + "the request uses the same client token as an earlier, different one");
            }

            foreach (var write in writes)
                context.ChargeRead(batch.Catalog.Table(write.TableName), write.KeyHolder, RepetitionUnits(write));
            return;
        }

        CheckDistinct(batch, writes);
        CheckKeys(batch, writes);
        var reasons = new List<CancellationReason>();
        foreach (var write in writes)
        {
            reasons.Add(CancellationReason.Of(() =>
            {
                context.Faults.ThrowIfInConflict(write.TableName);
                outcomes.Add(write.Apply(batch, context.Heat, factor: 2));
            }));
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
                var schema = batch.Catalog.Table(writes[i].TableName).Schema;
                if (!writes[i].IsPreparedFor(schema))
                    writes[i].Check(schema);
            }
            catch (DynamoError error) when (!error.IsOfWholeTransaction)
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
            var schema = batch.Catalog.Table(write.TableName).Schema;
            var key = write.IsPreparedFor(schema) ? write.PreparedKey : KeyEncoder.TryTableKey(schema.Keys, write.KeyHolder);
            if (key is not null && !named.Add(write.TableName, key))
                throw TransactItems.MultipleOperations();
        }
    }
}
