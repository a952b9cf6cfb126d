using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Batches;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Operations.Transactions;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>TransactWriteItems.</summary>
internal static class TransactWriteItems
{
    private const int MostTokenLength = 36;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var fields = context.Body;
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(fields, constraints);
        var metrics = fields.Text("ReturnItemCollectionMetrics");
        constraints.OneOf("returnItemCollectionMetrics", metrics, Words.CollectionMetrics);
        var token = fields.Text("ClientRequestToken");
        constraints.Length("clientRequestToken", token?.Length, token ?? "", 1, MostTokenLength);
        var list = TransactItems.Read(fields, constraints);
        var writes = TransactWriteReader.Read(list);
        CheckTablesAndSizes(context, writes);

        var outcomes = new List<WriteOutcome>();
        var remembered = token is null ? null : new TransactionToken(token, Fingerprint(list), context.Now + TokenLifetime);
        context.Write(batch => Execute(batch, writes, remembered, context.Now, outcomes));
        Write(context, capacity, metrics == "SIZE", writes, outcomes);
    }

    private static void Execute(WriteBatch batch, List<ItemWrite> writes, TransactionToken? token, DateTimeOffset now, List<WriteOutcome> outcomes)
    {
        batch.Forget(now);
        if (token is not null && batch.Catalog.Tokens.TryGetValue(token.Token, out var earlier))
        {
            // Done before: the answer is the same, and nothing is done again.
            if (earlier.Fingerprint != token.Fingerprint)
                throw DynamoError.IdempotentParameterMismatch("An error occurred (IdempotentParameterMismatchException): the request uses the same client token as an earlier, different one");
            return;
        }

        CheckDistinct(batch, writes);
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

        if (reasons.Exists(static reason => reason != CancellationReason.None))
            throw new TransactionCanceledError(reasons);
        if (token is not null)
            batch.Keep(token);
    }

    private static void CheckTablesAndSizes(OperationContext context, List<ItemWrite> writes)
    {
        var bytes = 0L;
        foreach (var write in writes)
        {
            context.Table(write.TableName);
            bytes += write.KeyHolder.ItemSize;
        }

        if (bytes > TransactItems.MostBytes)
            throw DynamoError.Validation("Collective item size exceeded the maximum allowed size of 4 MB in a transaction");
    }

    // Items without a proper key are left to Apply, which has a reason for them.
    private static void CheckDistinct(WriteBatch batch, List<ItemWrite> writes)
    {
        var seen = new HashSet<string>();
        foreach (var write in writes)
        {
            var keys = batch.Table(write.TableName).Schema.Keys;
            if (keys.Covers(write.KeyHolder)
                && !seen.Add($"{write.TableName}/{Convert.ToBase64String(KeyEncoder.TableKey(keys, write.KeyHolder))}"))
            {
                throw TransactItems.MultipleOperations();
            }
        }
    }

    private static string Fingerprint(JsonElement list) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(list.GetRawText())));

    private static void Write(OperationContext context, CapacityReport capacity, bool metrics, List<ItemWrite> writes, List<WriteOutcome> outcomes)
    {
        context.Json.WriteStartObject();
        if (metrics)
            BatchMetrics.Write(context.Json, outcomes);
        if (outcomes.Count > 0)
        {
            foreach (var outcome in outcomes)
                capacity.For(outcome.Schema.Name).AddWrite(outcome.Schema, outcome.Old, outcome.New, factor: 2);
            capacity.WriteAll(context.Json, "WriteCapacityUnits");
        }
        else
        {
            // A repetition under the same token costs reading what was written.
            foreach (var write in writes)
                capacity.For(write.TableName).AddTable(2 * Units.Read(write.KeyHolder.ItemSize, consistent: true));
            capacity.WriteAll(context.Json, "ReadCapacityUnits");
        }

        context.Json.WriteEndObject();
    }
}
