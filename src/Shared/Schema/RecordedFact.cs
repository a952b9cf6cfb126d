namespace DynamoToolkit.Shared.Schema;

/// <summary>A line of the baseline, read with the names that types have now.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Line">The same with today's names.</param>
internal sealed record RecordedFact(SchemaEntry Entry, SchemaLine Line)
{
    /// <summary>Whether a type of the line was renamed.</summary>
    public bool IsRenamed => Entry.Line != Line;
}
