using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Takes the <c>?</c> off a key's type, and makes a property without a value required.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NullableKeyFixer() : ModelFixer(RuleTable.NullableKey)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Member is not { } member || member.MemberType() is not NullableTypeSyntax type)
            return null;

        // Null as the default value shows that null is meant.
        if (member.DefaultValue()?.IsKind(SyntaxKind.NullLiteralExpression) == true)
            return null;
        return request.Plan($"Make '{request.Property("member")}' non-nullable", editor =>
        {
            editor.ReplaceNode(type, type.ElementType.WithTriviaFrom(type));
            if (member is PropertyDeclarationSyntax property && NeedsValue(request, property))
                editor.ReplaceNode(property, (current, _) => WithRequired((PropertyDeclarationSyntax)current));
        });
    }

    /// <summary>Whether nothing would give the property a value: neither a default value nor a constructor.</summary>
    private static bool NeedsValue(FixRequest request, PropertyDeclarationSyntax property)
    {
        var symbol = request.Model.GetDeclaredSymbol(property, request.CancellationToken);
        if (symbol is not { Type.IsReferenceType: true, SetMethod: { } setter, IsRequired: false })
            return false;
        return property.Initializer is null &&
            setter.DeclaredAccessibility >= symbol.ContainingType.DeclaredAccessibility &&
            symbol.ContainingType.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared);
    }

    private static PropertyDeclarationSyntax WithRequired(PropertyDeclarationSyntax property)
    {
        if (property.Modifiers.Any(SyntaxKind.RequiredKeyword))
            return property;
        return property.AddModifiers(SyntaxFactory.Token(SyntaxKind.RequiredKeyword).WithTrailingTrivia(SyntaxFactory.Space));
    }
}
