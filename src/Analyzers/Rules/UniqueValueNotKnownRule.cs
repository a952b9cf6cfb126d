using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0093: a write of an item with unique values knows which values it reserves and releases. The library refuses the others before it
/// sends them.
/// </summary>
internal static class UniqueValueNotKnownRule
{
    private const string Create =
        "create new items with CreateAsync or Put(item).IfNotExists(), and replace items that were read with ChangeAsync";

    private const string Remove = "pass the item, or use RemoveAsync, which reads it first";

    private const string Batch = "a batch can't reserve values; use transactions, or CreateAsync, ChangeAsync and DeleteAsync";

    private const string Expiry = "the reservations have to expire with the item; change its time to live with ChangeAsync";

    /// <summary>Looks at a call.</summary>
    public static void Check(IInvocationOperation call, UseContext context)
    {
        var method = call.TargetMethod;
        if (!method.IsOfToolkit() || ItemType(call) is not { } type || Remedy(call) is not { } remedy)
            return;
        var location = call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();
        context.Report(RuleTable.UniqueValueNotKnown.Problem(
            location, ("method", method.Name), ("type", type.ToMessage()), ("remedy", remedy)));
    }

    /// <summary>The type of the items, if it has unique values.</summary>
    private static INamedTypeSymbol? ItemType(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var arguments = method.ContainingType.Name switch
        {
            "DynamoTable" => method.ContainingType.TypeArguments,
            "RetentionExtensions" => method.TypeArguments,
            _ => default,
        };
        return !arguments.IsDefaultOrEmpty && arguments[0] is INamedTypeSymbol type
            && type.AllInterfaces.Any(one => one.Name == "IUniqueItem" && one.IsOfToolkit())
            ? type
            : null;
    }

    private static string? Remedy(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isByKey = method.Parameters.Length > 0 && method.Parameters[0].Type.Name == "ItemKey";
        return method.Name switch
        {
            "RestoreAsync" or "ExpireAsync" or "ApplyRetentionAsync" => Expiry,
            "PutAsync" => Create,
            "DeleteAsync" or "Delete" when isByKey => Remove,
            "Put" when End(call, out var created) is "ExecuteAsync" && !created => Create,
            "Put" or "Delete" when End(call, out _) is "BatchWriteAsync" => Batch,
            _ => null,
        };
    }

    /// <summary>The method that a builder ends in, if it is in the same expression.</summary>
    private static string? End(IOperation builder, out bool mustNotExist)
    {
        mustNotExist = false;
        string? last = null;
        for (var parent = builder.Parent; parent is not null and not IExpressionStatementOperation; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation)
                break;
            if (parent is not IInvocationOperation call)
                continue;
            mustNotExist |= call.TargetMethod.Name == "IfNotExists";
            last = call.TargetMethod.Name;
            if (last is "ExecuteAsync" or "BatchWriteAsync")
                break;
        }

        return last;
    }
}
