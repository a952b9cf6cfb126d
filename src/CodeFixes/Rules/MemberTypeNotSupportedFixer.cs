using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Leaves a member out of the item that can't be in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberTypeNotSupportedFixer() : ModelFixer(RuleIds.MemberTypeNotSupported)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A required member or a constructor's parameter has to come from somewhere, and a member with another attribute is meant to be stored.
        if (request.Member is not PropertyDeclarationSyntax property || property.Modifiers.Any(SyntaxKind.RequiredKeyword))
            return null;
        if (request.Model.GetDeclaredSymbol(property, request.CancellationToken) is not { } symbol || symbol.GetAttributes().Any(attribute => attribute.IsToolkit()))
            return null;
        var isParameter = symbol.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => string.Equals(parameter.Name, symbol.Name, StringComparison.OrdinalIgnoreCase));
        if (isParameter)
            return null;
        return request.Plan(
            $"Do not store '{symbol.Name}'",
            editor => editor.ReplaceNode(property, (current, _) => current.HasAttribute(AttributeNames.Ignore) ? current : current.WithAttribute("DynamoIgnore")));
    }
}
