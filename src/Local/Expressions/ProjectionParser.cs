namespace DynamoToolkit.Local.Expressions;

/// <summary>Parses projections: document paths with commas between them.</summary>
internal sealed class ProjectionParser : ExpressionParser
{
    private ProjectionParser(string text, ExpressionInputs inputs)
        : base("ProjectionExpression", text, inputs)
    {
    }

    /// <summary>Parses a projection; null when there is no text.</summary>
    public static Projection? Parse(string? text, ExpressionInputs inputs) =>
        text is null ? null : new ProjectionParser(text, inputs).Read();

    private Projection Read()
    {
        var paths = new List<DocumentPath>();
        do
            PathConflicts.Check(paths, ReadPath(), Errors);
        while (TakeIf(","));
        ExpectEnd();
        Errors.ThrowIfAny();
        return new Projection(paths);
    }
}
