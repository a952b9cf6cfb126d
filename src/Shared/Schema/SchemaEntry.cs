namespace DynamoToolkit.Shared.Schema;

/// <summary>A line of a baseline with what stands above it.</summary>
/// <param name="Line">The fact.</param>
/// <param name="IsRemoved">Whether the line says that the fact no longer holds for what is written, although older items have it.</param>
/// <param name="Above">Comments above the line, and lines that are none, which nobody may lose.</param>
/// <param name="Number">The number of the line in the file, from 0.</param>
internal sealed record SchemaEntry(SchemaLine Line, bool IsRemoved, IReadOnlyList<string> Above, int Number)
{
    /// <summary>What begins a line about something removed.</summary>
    public const string RemovedMark = "*REMOVED* ";

    /// <summary>The line as it is written.</summary>
    public string Text => IsRemoved ? RemovedMark + Line.Text : Line.Text;
}
