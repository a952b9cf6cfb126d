using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Tables;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeTable.</summary>
internal static class DescribeTable
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var table = context.Catalog.NamedTable(TableConstraints.ReadOnlyName(context.Body));
        var stream = context.Catalog.Streams.Latest(table.Schema.Id, context.Now);
        TableDescription.WriteResponse(context.Json, "Table", table, "ACTIVE", stream);
    }
}
