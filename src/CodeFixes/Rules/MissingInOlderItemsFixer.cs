using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Gives a number, boolean or enum the [DynamoDefault] of its zero.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MissingInOlderItemsFixer() : ModelFixer(RuleTable.MissingInOlderItems)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Member is not { } member || member.MemberType() is not { } syntax
            || request.Model.GetTypeInfo(syntax, request.CancellationToken).Type is not { } type || ZeroOf(type, syntax) is not { } zero)
        {
            return null;
        }

        return request.Plan($"Add [DynamoDefault({zero})]", editor => editor.AddAttribute(member, AttributeNames.Default, zero));
    }

    /// <summary>The zero of a type as a constant; null where C# has no such constant, or where an enum has no name for it.</summary>
    private static ExpressionSyntax? ZeroOf(ITypeSymbol type, TypeSyntax syntax) => type switch
    {
        { TypeKind: TypeKind.Enum } => type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(IsZero) is { } zero
            ? SyntaxFactory.ParseExpression($"{syntax.WithoutTrivia()}.{zero.Name.ToIdentifier()}")
            : null,
        { SpecialType: SpecialType.System_Boolean } => SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression),
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } =>
            SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)),
        _ => null,
    };

    private static bool IsZero(IFieldSymbol member) => member.ConstantValue is { } value && Convert.ToDecimal(value) == 0;
}
