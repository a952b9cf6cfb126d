using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>A lambda over the tokens of an item type: <c>r => r.Status == RunStatus.Running</c>.</summary>
/// <param name="Lambda">The lambda.</param>
/// <param name="Call">The call that takes it.</param>
/// <param name="Parameter">Its parameter.</param>
internal sealed record TokenLambda(LambdaExpressionSyntax Lambda, InvocationExpressionSyntax Call, IParameterSymbol Parameter)
{
    /// <summary>The methods that take such lambdas.</summary>
    public static readonly ImmutableHashSet<string> Methods =
        ImmutableHashSet.Create("If", "Where", "Set", "SetIfNotExists", "Add", "Take", "Append", "Prepend", "Remove");

    /// <summary>The method's name.</summary>
    public string Method => Call.MethodName()!;

    /// <summary>Whether the lambda has to return a condition.</summary>
    public bool IsCondition => Method is "If" or "Where";

    /// <summary>The item type.</summary>
    public INamedTypeSymbol ItemType => Parameter.Type.ContainingType;

    /// <summary>The lambda, if it is one over tokens.</summary>
    public static TokenLambda? Find(LambdaExpressionSyntax lambda, UseContext context)
    {
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } || call.MethodName() is not { } name
            || !Methods.Contains(name))
        {
            return null;
        }

        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
            _ => null,
        };
        return parameter is not null
            && context.Model.GetDeclaredSymbol((SyntaxNode)parameter, context.CancellationToken) is IParameterSymbol symbol
            && symbol.Type.IsTokens()
            ? new TokenLambda(lambda, call, symbol)
            : null;
    }

    /// <summary>All nodes of the lambda's body, without those of lambdas inside.</summary>
    public IEnumerable<SyntaxNode> Nodes() =>
        Lambda.Body.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax);
}
