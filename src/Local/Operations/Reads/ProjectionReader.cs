using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>Reads the projection of a request that has no other expression.</summary>
internal static class ProjectionReader
{
    private static readonly string[] Expressions = ["ProjectionExpression"];
    private static readonly string[] Legacy = ["AttributesToGet"];

    /// <summary>The projection; null for whole items.</summary>
    public static Projection? Read(Fields fields)
    {
        ExpressionParameters.Check(fields, Expressions, Legacy);
        var legacy = AttributesToGet.Read(fields);
        var inputs = ExpressionInputsReader.Read(fields);
        var projection = ProjectionParser.Parse(fields.Text("ProjectionExpression"), inputs) ?? legacy;
        inputs.ThrowIfUnused();
        return projection;
    }
}
