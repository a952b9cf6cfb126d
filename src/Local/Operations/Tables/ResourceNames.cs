using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Finds tables by their Amazon resource names.</summary>
internal static class ResourceNames
{
    private const int MaxLength = 1283;

    /// <summary>Reads <c>ResourceArn</c>.</summary>
    public static string Read(Fields fields, Constraints constraints)
    {
        var arn = fields.Text("ResourceArn");
        constraints.NotNull("resourceArn", arn is not null);
        constraints.Length("resourceArn", arn, 1, MaxLength);
        return arn ?? "";
    }

    /// <summary>
    /// The table with this resource name, of any account. As in the service, a missing table is indistinguishable from a foreign one.
    /// </summary>
    public static TableSchema Find(Catalog catalog, string arn)
    {
        if (!TableNames.IsResource(arn))
            throw DynamoError.Validation($"Invalid TableArn: Invalid ResourceArn provided as input {arn}");

        return catalog.Tables.GetValueOrDefault(TableNames.FromResource(arn)!)?.Schema
            ?? throw DynamoError.AccessDenied(
                $"User: arn:aws:iam::000000000000:user/local is not authorized to perform this operation on resource: {arn}");
    }
}
