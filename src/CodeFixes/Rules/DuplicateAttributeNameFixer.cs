using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Restores a member's default attribute name where that is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DuplicateAttributeNameFixer() : ModelFixer(RuleTable.DuplicateAttributeName)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request is not { Member: { } declaration, MemberName: { } name, TypeSymbol: { } type } || !HasNameOnly(declaration))
            return null;
        var context = new ParseContext(type, null, request.CancellationToken);
        var isFree = new MemberParser(context).Parse().All(member => member.Spec.AttributeName != context.Naming.NameOf(name));
        return isFree
            ? request.Plan(
                $"Remove [{AttributeNames.WithoutSuffix(AttributeNames.Attribute)}]",
                editor => editor.RemoveAttributes(declaration, attribute => attribute.Is(AttributeNames.Attribute)))
            : null;
    }

    private static bool HasNameOnly(SyntaxNode member) => member.Attributes()
        .SelectMany(list => list.Attributes)
        .Where(attribute => attribute.Is(AttributeNames.Attribute))
        .Any(attribute => attribute.ArgumentList is { Arguments.Count: 1 } only && only.Arguments[0].NameEquals is null);
}
