using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeTable.</summary>
internal static class DescribeTable
{
    /// <summary>Runs it.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var name = TableConstraints.ReadName(context.Body, constraints);
        constraints.ThrowIfAny();
        var table = context.Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.TableNotFound(name);
        TableDescription.WriteResponse(context.Json, "Table", table, "ACTIVE");
    }
}
