using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>
/// Finds the writes that do not know what they replace. The library refuses them before it sends them, if other items depend on the item.
/// </summary>
internal static class BlindWrites
{
    /// <summary>The type of the items that a call is about; null if it is not a call of a table.</summary>
    public static INamedTypeSymbol? ItemType(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var arguments = method.ContainingType.Name switch
        {
            "DynamoTable" => method.ContainingType.TypeArguments,
            "RetentionExtensions" => method.TypeArguments,
            _ => default,
        };
        return !method.IsOfToolkit() || arguments.IsDefaultOrEmpty ? null : arguments[0] as INamedTypeSymbol;
    }

    /// <summary>Whether a type implements an interface of the library.</summary>
    public static bool Is(this INamedTypeSymbol type, string name) =>
        type.AllInterfaces.Any(one => one.Name == name && one.IsOfToolkit());

    /// <summary>Why the write does not know what it replaces; null if it does, or is not a write.</summary>
    public static BlindWrite? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isByKey = method.Parameters.Length > 0 && method.Parameters[0].Type.Name == "ItemKey";
        return method.Name switch
        {
            "RestoreAsync" or "ExpireAsync" or "ApplyRetentionAsync" => BlindWrite.Expiry,
            "PutAsync" => BlindWrite.Put,
            "DeleteAsync" or "Delete" when isByKey => BlindWrite.Delete,
            "Put" when End(call, out var created) is "ExecuteAsync" && !created => BlindWrite.Put,
            "Put" or "Delete" when End(call, out _) is "BatchWriteAsync" => BlindWrite.Batch,
            _ => null,
        };
    }

    /// <summary>What to do instead.</summary>
    /// <param name="write">The write.</param>
    /// <param name="batch">Why a batch can't do it.</param>
    /// <param name="expiring">What has to expire with the item.</param>
    public static string Remedy(BlindWrite write, string batch, string expiring) => write switch
    {
        BlindWrite.Put =>
            "create new items with CreateAsync or Put(item).IfNotExists(), and replace items that were read with ChangeAsync",
        BlindWrite.Delete => "pass the item, or use RemoveAsync, which reads it first",
        BlindWrite.Batch => $"a batch can't {batch}; use transactions, or CreateAsync, ChangeAsync and DeleteAsync",
        _ => $"the {expiring} have to expire with the item; change its time to live with ChangeAsync",
    };

    /// <summary>Where the call names its method.</summary>
    public static Location LocationOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();

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
