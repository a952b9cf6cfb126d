namespace DynamoToolkit.Shared.Schema;

/// <summary>What an edit does to a baseline. Edits are carried out in this order.</summary>
internal enum SchemaEditKind
{
    /// <summary>Writes a line in place of what the subject has.</summary>
    Set,

    /// <summary>Writes a line if the subject has none.</summary>
    SetUnlessThere,

    /// <summary>Marks a line as removed.</summary>
    MarkRemoved,

    /// <summary>Deletes the line of a subject.</summary>
    Delete,
}
