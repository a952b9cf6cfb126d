using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds writes of version-controlled items other than saves. A builder that goes into a variable may still bypass version control, so
/// only one that is used at once counts.
/// </summary>
internal static class VersionWrittenByHandRule
{
    private const string Bypass = "BypassVersionControl";

    private static readonly HashSet<string> Writes = ["PutAsync", "CreateAsync", "DeleteAsync", "Put", "Update", "Delete"];

    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        if (call.TargetMethod is not { ContainingType: { Name: "DynamoTable", TypeArguments: [INamedTypeSymbol item] } } method
            || !Writes.Contains(method.Name) || !method.IsOfToolkit() || VersionParser.LatestAttributeOf(item) is null)
        {
            return;
        }

        var (isBypassed, isUsed) = Follow(call);
        var remedy = (isBypassed, IsVersion0(call)) switch
        {
            (true, true) => "version 0 is the copy of the latest version, and only saves write it",
            (true, false) => null,
            _ when !isUsed => null,
            _ when method.Name.StartsWith("Delete", StringComparison.Ordinal) =>
                "delete all versions with DeleteHistoryAsync(), or old ones with PruneVersionsAsync()",
            _ => "save with SaveVersionAsync() or UpdateVersionAsync()",
        };
        if (remedy is not null)
        {
            context.Report(RuleTable.VersionWrittenByHand.Problem(
                call.Syntax.GetLocation(), ("method", method.Name), ("type", item.ToMessage()), ("remedy", remedy)));
        }
    }

    /// <summary>Whether the chain of calls bypasses version control, and whether what it makes is used at once.</summary>
    private static (bool IsBypassed, bool IsUsed) Follow(IOperation operation)
    {
        var isBypassed = false;
        var current = operation;
        var type = operation.Type;
        while (current.Parent is IConversionOperation or IArgumentOperation
            || (current.Parent is IInvocationOperation next && next.TargetMethod.IsOfToolkit()))
        {
            current = current.Parent;
            type = current.Type ?? type;
            isBypassed |= current is IInvocationOperation { TargetMethod.Name: Bypass };
        }

        // A variable, a caller, or a method of the program that gets the builder may still do so.
        var isKept = type.IsBuilder() && current.Parent switch
        {
            IVariableInitializerOperation or IAssignmentOperation or IReturnOperation => true,
            IInvocationOperation { TargetMethod: var method } => !IsOfFramework(method),
            _ => false,
        };
        return (isBypassed, !isKept);
    }

    /// <summary>Whether a method only keeps what it gets, as the one that adds to a list does.</summary>
    private static bool IsOfFramework(IMethodSymbol method)
    {
        var space = method.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name == nameof(System);
    }

    /// <summary>Whether the write's key is visibly that of version 0: the key of the latest version, or one with the number 0.</summary>
    private static bool IsVersion0(IInvocationOperation call) => call.Arguments is [{ Value: var key }, ..] && key switch
    {
        IPropertyReferenceOperation { Property.Name: "LatestKey" } property => property.Property.IsOfToolkit(),
        IInvocationOperation { TargetMethod.Name: "Key" or "ItemKey", Arguments: [.., { Value.ConstantValue: var last }] } =>
            last is { HasValue: true, Value: 0 or 0L },
        _ => false,
    };
}
