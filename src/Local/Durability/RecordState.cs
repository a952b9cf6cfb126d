namespace DynamoToolkit.Local.Durability;

/// <summary>The state of a record in a file.</summary>
internal enum RecordState
{
    /// <summary>The record is intact.</summary>
    Whole,

    /// <summary>There is no record: the file ends.</summary>
    End,

    /// <summary>Only the beginning of the record exists.</summary>
    Torn,

    /// <summary>The record is complete but damaged.</summary>
    Damaged,
}
