using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Tables by their Amazon resource names.</summary>
internal static class ResourceNames
{
    /// <summary>Reads <c>ResourceArn</c>.</summary>
    public static string Read(Fields fields, Constraints constraints)
    {
        var arn = fields.Text("ResourceArn");
        constraints.NotNull("resourceArn", arn is not null);
        constraints.Length("resourceArn", arn?.Length, arn ?? "", 1, 1283);
        return arn ?? "";
    }

    /// <summary>The table that the name means. The account does not matter; the service does not say whether another's table exists.</summary>
    public static TableSchema Find(Catalog catalog, string arn)
    {
        if (!arn.StartsWith("arn:aws:dynamodb:", StringComparison.Ordinal) || !arn.Contains(":table/", StringComparison.Ordinal))
            throw DynamoError.Validation($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");

        return catalog.Tables.GetValueOrDefault(TableNames.FromResource(arn)!)?.Schema
            ?? throw DynamoError.AccessDenied($"User: arn:aws:iam::000000000000:user/local is not authorized to perform this operation on resource: {arn}");
    }
}
