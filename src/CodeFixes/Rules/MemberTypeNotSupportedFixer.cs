using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Leaves a member out of the item when it can't be stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MemberTypeNotSupportedFixer() : ModelFixer(RuleTable.MemberTypeNotSupported)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        // A required member or a constructor's parameter needs its value, and a member with another attribute is meant to be stored.
        if (request.Member is not PropertyDeclarationSyntax property || property.Modifiers.Any(SyntaxKind.RequiredKeyword))
            return null;
        if (request.Model.GetDeclaredSymbol(property, request.CancellationToken) is not { } symbol)
            return null;
        if (symbol.GetAttributes().Any(attribute => attribute.IsToolkit()))
            return null;
        var isParameter = symbol.ContainingType.InstanceConstructors
            .SelectMany(constructor => constructor.Parameters)
            .Any(parameter => string.Equals(parameter.Name, symbol.Name, StringComparison.OrdinalIgnoreCase));
        return isParameter
            ? null
            : request.Plan($"Do not store '{symbol.Name}'", editor => editor.AddAttribute(property, AttributeNames.Ignore));
    }
}
