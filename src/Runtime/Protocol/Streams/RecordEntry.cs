namespace DynamoToolkit.Protocol;

/// <summary>Where a record and its parts are in a page. The page's bytes must live as long as someone reads the images.</summary>
internal struct RecordEntry
{
    /// <summary>Where the record begins.</summary>
    public int Start;

    /// <summary>The number of the record's bytes.</summary>
    public int Length;

    /// <summary>The item's key, as a map of attributes.</summary>
    public (int Start, int Length) Keys;

    /// <summary>The item before the change; the length is 0 if the record has none.</summary>
    public (int Start, int Length) Old;

    /// <summary>The item after the change; the length is 0 if the record has none.</summary>
    public (int Start, int Length) New;

    /// <summary>The partition key's value.</summary>
    public KeyValue Partition;

    /// <summary>The sort key's value, if the table has a sort key.</summary>
    public KeyValue Sort;

    /// <summary>The position in the shard: digits.</summary>
    public string SequenceNumber;

    /// <summary>The record's id.</summary>
    public string EventId;

    /// <summary>When the item changed, rounded down to a second.</summary>
    public DateTimeOffset CreatedAt;

    /// <summary>What the write did: <c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
    public string Event;

    /// <summary>Whether the service made the change because the item had expired.</summary>
    public bool IsByService;
}
