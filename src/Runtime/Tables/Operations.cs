namespace DynamoToolkit;

/// <summary>What transactions and batches ask of their operations.</summary>
internal static class Operations
{
    public const int MostInTransaction = 100;

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
        if (count > MostInTransaction)
            throw new ArgumentException($"The transaction has {count} operations; DynamoDB takes {MostInTransaction} at most. Split it, if it need not be all or none, or use a batch.");
    }

    public static ArgumentException Twice(ItemIdentity item, string kind) =>
        new($"The {kind} has two operations on one item ({item}), and DynamoDB refuses that. Make one of them.");

    public static ArgumentException Refused(ItemIdentity item, string kind, string obstacle) =>
        new($"The operation on {item} can't be in a {kind}: {obstacle}.");
}
