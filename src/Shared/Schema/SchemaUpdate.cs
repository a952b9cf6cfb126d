namespace DynamoToolkit.Shared.Schema;

/// <summary>Writes a baseline anew. Code fixes and the build do it here, so that both make the same file.</summary>
internal static class SchemaUpdate
{
    /// <summary>The text of a baseline after edits.</summary>
    public static string Apply(string text, IEnumerable<SchemaEdit> edits)
    {
        var baseline = SchemaFile.Parse(text);
        baseline.Apply(edits);
        return baseline.Write();
    }

    /// <summary>The text of a baseline that records the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">The baseline; empty if there is none.</param>
    /// <param name="acknowledges">Whether to record also what breaks existing items.</param>
    public static string Update(SchemaModel model, string text, bool acknowledges)
    {
        var baseline = SchemaFile.Parse(text);
        var changes = SchemaComparison.Of(model, baseline).Where(change => acknowledges || change.IsFree);
        baseline.Apply(changes.SelectMany(change => change.Edits));
        return baseline.Write();
    }
}
