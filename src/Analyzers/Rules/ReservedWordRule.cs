using DynamoToolkit.Analyzers.Sdk;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2100: DynamoDB refuses its reserved words as names in expressions.</summary>
internal static class ReservedWordRule
{
    /// <summary>Looks at <c>FilterExpression = "status = :s"</c>.</summary>
    public static void Check(ISimpleAssignmentOperation assignment, Action<ModelProblem> report)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { } property }
            || !SdkRequest.Expressions.Contains(property.Name)
            || assignment.Value.ConstantValue is not { HasValue: true, Value: string text }
            || property.ContainingNamespace?.ToDisplayString() != SdkRequest.Namespace)
        {
            return;
        }

        foreach (var name in ExpressionTokens.Names(text, property.Name == "UpdateExpression"))
        {
            if (!name.Text.StartsWith("#", StringComparison.Ordinal) && ReservedWords.Contains(name.Text))
            {
                report(RuleTable.ReservedWord.Problem(
                    SdkRequest.LocationIn(assignment.Value, name.Start, name.Text.Length), ("word", name.Text)));
            }
        }
    }
}
