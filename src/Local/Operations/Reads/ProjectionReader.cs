using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>Reads what to return of an item, where a request has no other expression.</summary>
internal static class ProjectionReader
{
    private static readonly string[] Expressions = ["ProjectionExpression"];
    private static readonly string[] Legacy = ["AttributesToGet"];

    /// <summary>The projection; null for everything.</summary>
    public static Projection? Read(Fields fields)
    {
        ExpressionParameters.Check(fields, Expressions, Legacy);
        var legacy = AttributesToGet.Read(fields);
        var inputs = ExpressionInputs.Read(fields);
        var projection = ProjectionParser.Parse(fields.Text("ProjectionExpression"), inputs) ?? legacy;
        inputs.ThrowIfUnused();
        return projection;
    }
}
