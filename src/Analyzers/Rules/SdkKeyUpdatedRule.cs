using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2103: the key of an item never changes.</summary>
internal static class SdkKeyUpdatedRule
{
    /// <summary>Looks at the update expression of a request.</summary>
    public static void Check(SdkRequest request, string table)
    {
        if (request.Text("UpdateExpression") is not { } text || request.Placeholders() is not { } placeholders
            || request.Types(table).FirstOrDefault() is not { PartitionKey: not null } spec)
        {
            return;
        }

        foreach (var name in ExpressionTokens.Names(text, isUpdate: true).Where(name => name.IsTarget))
        {
            var attribute = placeholders.TryGetValue(name.Text, out var meant) ? meant : name.Text;
            if (attribute != spec.PartitionKey.AttributeName && attribute != spec.SortKey?.AttributeName)
                continue;
            request.Report(RuleTable.SdkKeyUpdated.Problem(
                SdkRequest.LocationIn(request.Property("UpdateExpression")!, name.Start, name.Text.Length),
                ("attribute", attribute), ("table", table)));
        }
    }
}
