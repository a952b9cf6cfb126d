using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>Finds members that a text names, where an update wants a lambda: <c>Set("name", …)</c>.</summary>
internal static class MemberByNameRule
{
    /// <summary>Looks at a call.</summary>
    public static void Check(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, UseContext context)
    {
        var name = access.Name.Identifier.ValueText;
        if (call.ArgumentList.Arguments is not [var argument, ..] || name is "If" or "Where" || !TokenLambda.Methods.Contains(name)
            || context.SymbolOf(call) is not null
            || context.Model.GetConstantValue(argument.Expression, context.CancellationToken).Value is not string text
            || context.TypeOf(access.Expression) is not INamedTypeSymbol { Name: "Update", TypeArguments: [INamedTypeSymbol item] } type
            || !type.IsOfToolkit() || context.ItemTypes.Parse(item, context.CancellationToken).Spec is not { } spec)
        {
            return;
        }

        var member = spec.Members.FirstOrDefault(one => one.AttributeName == text)?.Name
            ?? Spelling.Nearest(text, spec.Members.Select(one => one.Name));
        if (member is not null)
        {
            context.Report(RuleTable.MemberByName.Problem(
                argument.GetLocation(), ("method", name), ("replacement", $"r => r.{member.ToIdentifier()}")));
        }
    }
}
