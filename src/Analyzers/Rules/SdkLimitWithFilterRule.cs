using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2105: the service counts what it reads, and filters afterwards.</summary>
internal static class SdkLimitWithFilterRule
{
    /// <summary>Looks at a query or scan.</summary>
    public static void Check(SdkRequest request)
    {
        if (request is { Name: "QueryRequest" or "ScanRequest" } && request.Property("FilterExpression") is not null
            && request.Property("Limit") is { } limit && Calls.CallExtensions.WithoutConversions(limit).ConstantValue.HasValue)
        {
            request.Report(RuleTable.SdkLimitWithFilter.Problem(limit.Syntax.GetLocation(), ("request", request.Name)));
        }
    }
}
