namespace DynamoToolkit.Protocol;

/// <summary>Checks the operations of one batch or transaction before anything is sent.</summary>
/// <param name="client">The client that sends them.</param>
/// <param name="kind">The kind of request: <see cref="Batch"/> or <see cref="Transaction"/>.</param>
/// <param name="capacity">The expected number of operations.</param>
internal sealed class OperationGuard(ClientContext client, string kind, int capacity)
{
    public const string Batch = "batch";
    public const string Transaction = "transaction";

    private const int MaxInTransaction = 100;
    private const int MaxBytesInTransaction = 4 * 1024 * 1024;
    private const int MaxTokenLength = 36;

    private readonly HashSet<ItemIdentity> seen = new(capacity);

    /// <summary>Checks the next operation.</summary>
    /// <param name="table">The operation's table.</param>
    /// <param name="item">The operation's item.</param>
    /// <param name="obstacle">Why the operation cannot be in the batch or transaction, or null if it can.</param>
    /// <exception cref="ArgumentException">
    /// The operation belongs to another client, has an obstacle, or is the second one on its item.
    /// </exception>
    public void Check(TableHandle table, in ItemIdentity item, string? obstacle)
    {
        if (table.Client != client)
        {
            throw new ArgumentException(
                $"Operation {seen.Count} of the {kind} comes from another DynamoClient. Create all of them with tables of this client.");
        }

        if (obstacle is not null)
            throw new ArgumentException($"The operation on {item} cannot be in a {kind}: {obstacle}.");
        if (!seen.Add(item))
            throw Twice(item, kind);
    }

    /// <summary>Rejects a transaction without operations, or with more than DynamoDB accepts.</summary>
    public static void CheckCount(int count)
    {
        if (count == 0)
        {
            throw new ArgumentException(
                "The transaction is empty, but DynamoDB requires at least one operation. Add one, or do not send it.");
        }

        if (count > MaxInTransaction)
        {
            throw new ArgumentException(
                $"The transaction has {count} operations, but DynamoDB accepts at most {MaxInTransaction}. "
                + "Split it, or use a batch, if it need not be all or nothing.");
        }
    }

    /// <summary>Rejects a token that DynamoDB does not accept. Null means a new token.</summary>
    public static void CheckToken(string? token)
    {
        if (token is { Length: 0 or > MaxTokenLength })
        {
            throw new ArgumentException(
                $"The ClientRequestToken '{token}' has {token.Length} characters, but DynamoDB accepts 1 to {MaxTokenLength}. "
                + "Use a Guid, or leave it null to get a new one.");
        }
    }

    /// <summary>Rejects a transaction with more data than DynamoDB accepts.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="requestBytes">The length of the request in bytes, which is never less than the size that DynamoDB counts.</param>
    public static void CheckSize(IEnumerable<WriteRequest> operations, int requestBytes)
    {
        if (requestBytes <= MaxBytesInTransaction)
            return;

        var bytes = operations.Sum(static operation => operation.CountStored());
        if (bytes > MaxBytesInTransaction)
        {
            throw new ArgumentException(
                $"The transaction writes {bytes} bytes as DynamoDB counts them, but it accepts at most {MaxBytesInTransaction}. "
                + "Split it, or use a batch, if it need not be all or nothing.");
        }
    }

    /// <summary>Throws if a batch of reads has unprocessed items.</summary>
    public static void ThrowIfIncomplete(int unprocessed)
    {
        if (unprocessed > 0)
        {
            throw new InvalidOperationException(
                $"The service did not process {unprocessed} items of the batch, despite retries. Try those again later.");
        }
    }

    public static ArgumentException Twice(in ItemIdentity item, string kind) =>
        new($"The {kind} has two operations on one item ({item}), which DynamoDB rejects. Combine them into one.");
}
