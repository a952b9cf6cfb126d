namespace DynamoToolkit.Protocol;

/// <summary>Checks the operations of one batch or transaction before anything is sent.</summary>
/// <param name="client">The client that sends them.</param>
/// <param name="kind">What they are in: <see cref="Batch"/> or <see cref="Transaction"/>.</param>
/// <param name="capacity">How many operations are expected.</param>
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
    /// <param name="obstacle">Why the operation can't be in the batch or transaction, or null.</param>
    /// <exception cref="ArgumentException">The operation is another client's, is not one for batches or transactions, or is the second one on its item.</exception>
    public void Check(TableHandle table, in ItemIdentity item, string? obstacle)
    {
        if (table.Client != client)
            throw new ArgumentException($"Operation {seen.Count} of the {kind} comes from another DynamoClient. Make all of them with tables of this one.");
        if (obstacle is not null)
            throw new ArgumentException($"The operation on {item} can't be in a {kind}: {obstacle}.");
        if (!seen.Add(item))
            throw Twice(item, kind);
    }

    /// <summary>Refuses a transaction of no operations, or of more than DynamoDB takes.</summary>
    public static void CheckCount(int count)
    {
        if (count == 0)
            throw new ArgumentException("The transaction is empty, and DynamoDB refuses that. Don't send it.");
        if (count > MaxInTransaction)
            throw new ArgumentException($"The transaction has {count} operations; DynamoDB takes at most {MaxInTransaction}. Split it, if it need not be all or none, or use a batch.");
    }

    /// <summary>Refuses a token that is not one of DynamoDB's; null stands for a new one.</summary>
    public static void CheckToken(string? token)
    {
        if (token is { Length: 0 or > MaxTokenLength })
            throw new ArgumentException($"The ClientRequestToken '{token}' has {token.Length} characters; DynamoDB takes 1 to {MaxTokenLength}. Use a Guid, or leave it null to have one made.");
    }

    /// <summary>Refuses a transaction of more data than DynamoDB takes.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="requestBytes">The length of the request, which is never shorter than what DynamoDB counts.</param>
    public static void CheckSize(IEnumerable<IWriteOperation> operations, int requestBytes)
    {
        if (requestBytes <= MaxBytesInTransaction)
            return;

        var bytes = operations.Sum(static operation => operation.Request.CountStored());
        if (bytes > MaxBytesInTransaction)
            throw new ArgumentException($"The transaction writes {bytes} bytes as DynamoDB counts them; it takes at most {MaxBytesInTransaction}. Split it, if it need not be all or none, or use a batch.");
    }

    /// <summary>Throws if a batch that reads did not get to every item.</summary>
    public static void ThrowIfIncomplete(int unprocessed)
    {
        if (unprocessed > 0)
            throw new InvalidOperationException($"The service did not get to {unprocessed} items of the batch, after retries. Try those again later.");
    }

    public static ArgumentException Twice(in ItemIdentity item, string kind) =>
        new($"The {kind} has two operations on one item ({item}), and DynamoDB refuses that. Make one of them.");
}
