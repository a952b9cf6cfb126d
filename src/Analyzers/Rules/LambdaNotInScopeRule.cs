using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds lambdas in files without the <c>using</c> of the extension methods that take them.</summary>
internal static class LambdaNotInScopeRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, UseContext context)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: [var argument, ..] }
            || argument.Expression is not LambdaExpressionSyntax
            || !TokenLambda.Methods.Contains(access.Name.Identifier.ValueText)
            || context.SymbolOf(call) is not null)
        {
            return;
        }

        if (context.TypeOf(access.Expression) is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol item, ..] } builder
            || !builder.IsBuilder() || builder.Name == "IndexQuery" || !item.HasToolkitAttribute(AttributeNames.Table))
        {
            return;
        }

        var name = access.Name.Identifier.ValueText;
        var own = item.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : null;
        var needed = IsInferred(item) ? AttributeNames.Namespace : own;
        if (needed is null || item.Access() == TokenAccess.None)
            return;
        var inScope = context.Model
            .LookupSymbols(access.Name.SpanStart, builder, name, includeReducedExtensionMethods: true)
            .Any(symbol => symbol is IMethodSymbol { IsExtensionMethod: true } && symbol.ContainingNamespace.ToDisplayString() == needed);
        if (!inScope)
        {
            context.Report(RuleTable.LambdaNotInScope.Problem(
                access.Name.GetLocation(), ("method", name), ("type", item.ToMessage()), ("namespace", needed)));
        }
    }

    /// <summary>Whether the compiler finds the tokens by itself; for others, extension methods stand beside the type.</summary>
    private static bool IsInferred(INamedTypeSymbol item) =>
        !item.IsValueType && !item.SelfAndBases().Skip(1).Any(type => type.IsItemType());
}
