namespace DynamoToolkit;

/// <summary>The two kinds of secondary index.</summary>
public enum IndexKind
{
    /// <summary>It has its own partition key and sort key. Reads are eventually consistent. It can be added to an existing table.</summary>
    Global,

    /// <summary>
    /// It has the table's partition key and another sort key. Reads may be consistent. It is created only together with the table.
    /// </summary>
    Local,
}
