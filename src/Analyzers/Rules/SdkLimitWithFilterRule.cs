using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2105: the service counts what it reads, and filters afterwards.</summary>
internal static class SdkLimitWithFilterRule
{
    /// <summary>Looks at a query or scan.</summary>
    public static void Check(SdkRequest request)
    {
        // A loop that goes on while there is a LastEvaluatedKey reads everything, and so does a paginator.
        if (request is { Name: "QueryRequest" or "ScanRequest" } && request.Property("FilterExpression") is not null
            && request.Property("Limit") is { } limit && limit.WithoutConversions().ConstantValue.HasValue
            && !Goes(request.Creation))
        {
            request.Report(RuleTable.SdkLimitWithFilter.Problem(limit.Syntax.GetLocation(), ("request", request.Name)));
        }
    }

    private static bool Goes(IOperation creation) =>
        (creation.ParentWithoutConversions() is IArgumentOperation { Parent: IInvocationOperation call }
            && call.TargetMethod.ContainingType.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal))
        || creation.Body().Descendants().Any(static one =>
            one is IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ExclusiveStartKey" } });
}
