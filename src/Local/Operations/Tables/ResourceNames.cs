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
    /// The table with this resource name, of any account. As in the service, a missing table of another account or region cannot be told
    /// from one that exists.
    /// </summary>
    public static TableSchema Find(Catalog catalog, string arn)
    {
        CheckForm(arn);
        if (catalog.Tables.Find(TableNames.FromResource(arn)!) is { } table)
            return table.Schema;

        throw arn.StartsWith(TableSchema.ArnPrefix, StringComparison.Ordinal)
            ? DynamoError.ResourceNotFound($"Requested resource not found: ResourcArn: {arn} not found")
            : DynamoError.AccessDenied(
                $"User: arn:aws:iam::{TableSchema.Account}:user/local is not authorized to perform this operation on resource: {arn}");
    }

    private static void CheckForm(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
            throw DynamoError.InvalidParameter($"ARNs must start with 'arn:': {arn}");
        if (!TableNames.IsResource(arn))
            throw DynamoError.InvalidParameter($"Provided Arn is not a DynamoDB resource arn: {arn}");
        if (arn.Contains("/index/", StringComparison.Ordinal))
        {
            throw DynamoError.InvalidParameter(
                $"Invalid resource arn provided, only table or stream is accepted. Provided resource arn: {arn}");
        }
    }
}
