using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Explains updates that the compiler refuses because a method does not take the attribute or the value: <c>Add(r =&gt; r.Labels, …)</c>.
/// </summary>
internal static class UpdateArguments
{
    /// <summary>Looks at a lambda that names what an update changes.</summary>
    public static void Check(TokenLambda lambda, UseContext context)
    {
        if (lambda.IsCondition || lambda.Lambda.Body is not ExpressionSyntax attribute || context.SymbolOf(lambda.Call) is not null)
            return;
        var arguments = lambda.Call.ArgumentList.Arguments;
        var type = context.TypeOf(attribute);
        if (arguments[0].Expression != lambda.Lambda || !type.IsToken()
            || arguments.Skip(1).Any(one => one.Expression is LambdaExpressionSyntax || context.TypeOf(one.Expression) is IErrorTypeSymbol))
        {
            return;
        }

        if (Reason(lambda.Method, type!, attribute, arguments.Count) is { } reason)
        {
            context.Report(RuleTable.MemberNotInUse.Problem(
                attribute.GetLocation(), ("member", attribute.ToString()), ("method", lambda.Method), ("reason", reason)));
        }
    }

    private static string? Reason(string method, ITypeSymbol type, ExpressionSyntax attribute, int count)
    {
        var isSet = type.Name is "SetAttribute";
        var isList = type.Name is "ListAttribute" or "MapListAttribute";
        var value = type.ValueOfToken()?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return method switch
        {
            "Set" or "SetIfNotExists" when count > 1 && value is not null => $"its value has to be a '{value}'",
            "Add" when isList => "Add() adds to numbers and sets; use Append() for a list",
            "Add" when type.Name is "DictionaryAttribute" or "MapDictionaryAttribute" or "KeyedMapAttribute" =>
                $"Add() adds to numbers and sets; Set() an entry, as in '{attribute}[key]'",
            "Add" when isSet || IsNumber(type.ValueOfToken()) => $"Add() takes a value that fits '{value}'",
            "Add" => "Add() adds to numbers and sets; Set() it to a new value",
            "Append" or "Prepend" when isSet => $"{method}() is for lists; use Add() for a set",
            "Append" or "Prepend" when isList => $"{method}() takes elements of '{value}'",
            "Append" or "Prepend" => $"{method}() is for lists; Set() it to a new value",
            "Take" when isList => $"Take() is for sets; Remove() an element by its index, as in '{attribute}[0]'",
            "Take" => isSet ? $"Take() takes elements of '{value}'" : "Take() is for sets; use Remove() for an attribute as a whole",
            "Remove" when count > 1 => isSet ? "Remove() takes no elements; use Take() for a set"
                : $"Remove() takes no elements; name one by its index, as in '{attribute}[0]'",
            _ => null,
        };
    }

    private static bool IsNumber(ITypeSymbol? type) => type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double }
        or { TypeKind: TypeKind.Struct, Name: "Int128" or "UInt128" or "Half" or "BigInteger" };
}
