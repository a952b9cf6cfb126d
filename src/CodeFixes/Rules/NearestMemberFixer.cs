using System.Composition;
using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes.Rules;

/// <summary>Corrects the name of a member in a key template or in an index's Include, when one member is clearly meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NearestMemberFixer() : ModelFixer(RuleTable.TemplateMemberUnknown, RuleTable.IndexIncludeUnknown)
{
    private protected override FixPlan? Plan(FixRequest request)
    {
        var name = request.Property("name");
        var isTemplate = request.Diagnostic.Id == RuleTable.TemplateMemberUnknown.Id;
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || request.TypeSymbol is not { } type)
            return null;

        // Only a member that can be part of a template can be meant in one.
        var candidates = new MemberParser(new ParseContext(type, null, request.CancellationToken)).Parse()
            .Where(member => !isTemplate || KeyTypes.CanBePart(member.Spec.Value))
            .Select(member => member.Spec.Name);
        if (Spelling.Nearest(name, candidates) is not { } nearest || !literal.Token.Text.Contains(Written(name)))
            return null;
        return request.Plan($"Change '{name}' to '{nearest}'", editor => editor.ReplaceText(literal, Written(name), Written(nearest)));

        string Written(string member) => isTemplate ? $"{{{member}}}" : member;
    }
}
