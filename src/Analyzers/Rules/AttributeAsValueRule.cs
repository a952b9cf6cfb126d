using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// Finds attributes that are used as if the program knew their values: in the text of <c>$"{r.Name}"</c>, which compiles and
/// is the name of a type, and as arguments, as in <c>names.Contains(r.Name)</c>.
/// </summary>
internal static class AttributeAsValueRule
{
    /// <summary>Looks at a node of a lambda.</summary>
    public static void Check(SyntaxNode node, UseContext context)
    {
        switch (node)
        {
            case InterpolationSyntax hole:
                Found(hole.Expression, Text);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                when context.TypeOf(sum)?.SpecialType is SpecialType.System_String:
                Found(sum.Left, Text);
                Found(sum.Right, Text);
                break;
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "GetHashCode" or "GetType" } access,
            }:
                Found(access.Expression, "compare the attribute itself with a value of its type");
                break;
            case InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } access,
                ArgumentList.Arguments: [var other, ..],
            } when context.TypeOf(access.Expression).IsToken():
                Found(access.Expression, $"write '{access.Expression} == {other}'");
                break;
            case ArgumentSyntax { Expression: AnonymousFunctionExpressionSyntax inner, Parent.Parent: InvocationExpressionSyntax call }
                when TokenIn(inner.Body) is { } token && !context.TypeOf(Receiver(call)).IsToken() && !IsOfToolkit(call):
                Found(token, call.MethodName() == "Any" ? $"write '{token}.In({Receiver(call)})'" : OfCall(call, token));
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when !Takes(call, argument, context):
                Found(argument.Expression, OfCall(call, argument.Expression));
                break;
        }

        ExpressionSyntax? TokenIn(SyntaxNode body) => body.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
            .FirstOrDefault(one => context.TypeOf(one).IsToken());

        bool IsOfToolkit(InvocationExpressionSyntax call) => context.SymbolOf(call)?.IsOfToolkit() == true;

        void Found(ExpressionSyntax expression, string remedy)
        {
            if (context.TypeOf(expression).IsToken())
            {
                context.Report(RuleTable.AttributeAsValue.Problem(
                    expression.GetLocation(), ("expression", expression.ToString()), ("remedy", remedy)));
            }
        }
    }

    private const string Text = "store the whole text in a member of its own, or compare the attributes one by one";

    /// <summary>Whether a method takes an attribute as an attribute. One of the runtime does, or the compiler says why not.</summary>
    private static bool Takes(InvocationExpressionSyntax call, ArgumentSyntax argument, UseContext context)
    {
        var found = context.Model.GetSymbolInfo(call, context.CancellationToken);
        if (found.Symbol is not IMethodSymbol method)
            return found.CandidateSymbols.Any(static symbol => symbol.IsOfToolkit()) || context.TypeOf(Receiver(call)).IsToken();
        if (method.IsOfToolkit())
            return true;
        var conversion = context.Model.GetConversion(argument.Expression, context.CancellationToken);
        return conversion.IsIdentity || context.Model.GetTypeInfo(argument.Expression, context.CancellationToken).ConvertedType.IsToken();
    }

    private static ExpressionSyntax Receiver(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Expression : call.Expression;

    private static string OfCall(InvocationExpressionSyntax call, ExpressionSyntax attribute) => call.MethodName() switch
    {
        "Contains" => $"write '{attribute}.In({Receiver(call)})'",
        "StartsWith" => "an attribute can only be compared with a value as a whole",
        "IsNullOrEmpty" or "IsNullOrWhiteSpace" => $"write '{attribute} == null || {attribute} == \"\"'",
        "Equals" => "write '=='",
        _ => "call the method on a value before the lambda, or filter what was read with AsAsyncEnumerable()",
    };
}
