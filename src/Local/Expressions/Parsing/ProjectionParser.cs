using DynamoToolkit.Local.Expressions.Paths;

namespace DynamoToolkit.Local.Expressions.Parsing;

/// <summary>Parses projections: document paths, separated by commas.</summary>
internal sealed class ProjectionParser : ExpressionParser
{
    private ProjectionParser(string text, ExpressionInputs inputs)
        : base("ProjectionExpression", text, inputs)
    {
    }

    /// <summary>Parses a projection; null if there is no text.</summary>
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
