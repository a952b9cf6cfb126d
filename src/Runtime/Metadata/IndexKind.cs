namespace DynamoToolkit;

/// <summary>The two kinds of secondary index.</summary>
public enum IndexKind
{
    /// <summary>Its own partition key and sort key; eventually consistent; can be added later.</summary>
    Global,

    /// <summary>The table's partition key with another sort key; can be read consistently; made only with the table.</summary>
    Local,
}
