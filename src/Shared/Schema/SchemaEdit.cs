namespace DynamoToolkit.Shared.Schema;

/// <summary>A change of a baseline, which diagnostics carry to the code fixes as a text.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Line">The line. Only its owner and subject count where it is removed.</param>
internal readonly record struct SchemaEdit(SchemaEditKind Kind, SchemaLine Line)
{
    /// <summary>The property of a diagnostic that has the edits.</summary>
    public const string Property = "edits";

    private const string Signs = "+~*-";

    /// <summary>The edits as a text.</summary>
    public static string Write(IEnumerable<SchemaEdit> edits) =>
        string.Join("\n", edits.Distinct().Select(edit => Signs[(int)edit.Kind] + edit.Line.Text));

    /// <summary>The edits of a text that <see cref="Write"/> made.</summary>
    public static IEnumerable<SchemaEdit> Read(string text) => text.Split('\n')
        .Where(line => line.Length > 0)
        .Select(line => new SchemaEdit((SchemaEditKind)Signs.IndexOf(line[0]), SchemaLine.Parse(line.Substring(1))!));
}
