namespace DynamoToolkit.Local.Durability;

/// <summary>How a record was found.</summary>
internal enum RecordState
{
    /// <summary>As it was written.</summary>
    Whole,

    /// <summary>There is none: the file ends.</summary>
    End,

    /// <summary>Only its beginning is there.</summary>
    Torn,

    /// <summary>It is all there and not as it was written.</summary>
    Damaged,
}
