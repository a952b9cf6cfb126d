namespace DynamoToolkit;

/// <summary>What transactions and batches ask of their operations.</summary>
internal static class Operations
{
    public const int MaxInTransaction = 100;

    private const int MaxBytesInTransaction = 4 * 1024 * 1024;
    private const int MaxTokenLength = 36;

    /// <summary>Room for one operation's JSON in a request of several: more than most items take, so that few buffers have to grow.</summary>
    public const int LikelyBytes = 1280;

    public static void Check(DynamoClient client, TableHandle table, int position, string kind)
    {
        if (table.Client != client)
            throw new ArgumentException($"Operation {position} of the {kind} comes from another DynamoClient. Make all of them with tables of this one.");
    }

    public static void CheckCount(int count)
    {
        if (count == 0)
            throw new ArgumentException("The transaction is empty, and DynamoDB refuses that. Don't send it.");
        if (count > MaxInTransaction)
            throw new ArgumentException($"The transaction has {count} operations; DynamoDB takes {MaxInTransaction} at most. Split it, if it need not be all or none, or use a batch.");
    }

    /// <summary>Refuses a token that is not one of DynamoDB's; null stands for a new one.</summary>
    public static void CheckToken(string? token)
    {
        if (token is { Length: 0 or > MaxTokenLength })
            throw new ArgumentException($"The ClientRequestToken '{token}' has {token.Length} characters; DynamoDB takes 1 to {MaxTokenLength}. A Guid is one, or leave it null to have one made.");
    }

    /// <summary>Refuses a transaction of more data than DynamoDB takes.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="requestBytes">The length of the request, which is never shorter than what DynamoDB counts.</param>
    public static void CheckSize(IEnumerable<IWriteOperation> operations, int requestBytes)
    {
        if (requestBytes <= MaxBytesInTransaction)
            return;

        var bytes = operations.Sum(static operation => operation.CountStored());
        if (bytes > MaxBytesInTransaction)
            throw new ArgumentException($"The transaction writes {bytes} bytes as DynamoDB counts them; it takes {MaxBytesInTransaction} at most. Split it, if it need not be all or none, or use a batch.");
    }

    public static ArgumentException Twice(ItemIdentity item, string kind) =>
        new($"The {kind} has two operations on one item ({item}), and DynamoDB refuses that. Make one of them.");

    public static ArgumentException Refused(ItemIdentity item, string kind, string obstacle) =>
        new($"The operation on {item} can't be in a {kind}: {obstacle}.");
}
