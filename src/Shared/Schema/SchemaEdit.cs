namespace DynamoToolkit.Shared.Schema;

/// <summary>A change of a baseline, which diagnostics carry to the code fixes as a text.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Line">The line. Only its owner and subject count where it is removed.</param>
internal readonly record struct SchemaEdit(SchemaEditKind Kind, SchemaLine Line)
{
    /// <summary>The property of a diagnostic that has the edits.</summary>
    public const string Property = "edits";

    private const string Signs = "+~*-";

    // Not part of any line: names and key texts have control characters in another form.
    private const char BeforeOld = '\u001F';

    /// <summary>The line of a renamed owner that this one is written in place of, and whose comments it keeps; null for none.</summary>
    public SchemaLine? Old { get; init; }

    /// <summary>The edits as a text.</summary>
    public static string Write(IEnumerable<SchemaEdit> edits) =>
        string.Join("\n", edits.Distinct().Select(WriteOne));

    /// <summary>The edits of a text that <see cref="Write"/> made.</summary>
    public static IEnumerable<SchemaEdit> Read(string text) => text.Split('\n').Where(line => line.Length > 0).Select(ReadOne);

    private static string WriteOne(SchemaEdit edit) =>
        Signs[(int)edit.Kind] + edit.Line.Text + (edit.Old is { } old ? BeforeOld + old.Text : "");

    private static SchemaEdit ReadOne(string line)
    {
        var parts = line.Substring(1).Split(BeforeOld);
        return new SchemaEdit((SchemaEditKind)Signs.IndexOf(line[0]), SchemaLine.Parse(parts[0])!)
        {
            Old = parts.Length > 1 ? SchemaLine.Parse(parts[1]) : null,
        };
    }
}
