using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Gives a member its default attribute name back, when that is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DuplicateAttributeNameFixer() : RemoveAttributeFixer(RuleIds.DuplicateAttributeName, AttributeNames.Attribute)
{
    private protected override bool IsPlain(FixRequest request)
    {
        if (request.TypeSymbol is not { } type || request.MemberName is not { } name || !HasNameOnly(request.Member!))
            return false;
        var context = new ParseContext(type, null, request.CancellationToken);
        var members = new MemberParser(context).Parse();
        return members.All(member => member.Spec.AttributeName != context.Naming.NameOf(name));
    }

    private static bool HasNameOnly(SyntaxNode member) => member.Attributes()
        .SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Is(AttributeNames.Attribute) && attribute.ArgumentList is { Arguments.Count: 1 } only && only.Arguments[0].NameEquals is null);
}
