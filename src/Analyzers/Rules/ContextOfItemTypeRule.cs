using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2107: DynamoDBContext maps by its own attributes, and composes no keys.</summary>
internal static class ContextOfItemTypeRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(
        IInvocationOperation call, ItemTypes itemTypes, Action<ModelProblem> report, CancellationToken cancellationToken)
    {
        if (call.TargetMethod is not { Name: "SaveAsync" or "LoadAsync" or "DeleteAsync" or "QueryAsync" or "ScanAsync" } method
            || method.TypeArguments is not [INamedTypeSymbol item] || !item.HasToolkitAttribute(AttributeNames.Table)
            || method.ContainingNamespace?.ToDisplayString() != "Amazon.DynamoDBv2.DataModel"
            || itemTypes.Parse(item, cancellationToken).Spec is not { } spec || Loss(spec) is not { } loss)
        {
            return;
        }

        report(RuleTable.ContextOfItemType.Problem(
            Calls.CallExtensions.NameLocation(call), ("method", method.Name), ("type", item.ToMessage()), ("loss", loss)));
    }

    private static string? Loss(ItemSpec spec) => spec switch
    {
        _ when spec.Keys.FirstOrDefault(key => key.IsComposed) is { } key => $"it does not compose the key '{key.AttributeName}'",
        { Discriminator: { } type } => $"it does not write '{type.AttributeName}', which tells types apart",
        _ when spec.Members.FirstOrDefault(member => member.Stamp != StampSpec.None) is { } member => $"it does not set '{member.Name}'",
        _ => null,
    };
}
