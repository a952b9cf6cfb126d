using DynamoToolkit.CodeFixes.Syntax;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.CodeFixes;

/// <summary>Corrects a misspelled member in a text, when one member is clearly meant.</summary>
public abstract class NearestMemberFixer : ModelFixer
{
    private protected NearestMemberFixer(string ruleId)
        : base(ruleId)
    {
    }

    private protected sealed override FixPlan? Plan(FixRequest request)
    {
        var name = request.Argument(1);
        if (request.Node.FirstAncestorOrSelf<LiteralExpressionSyntax>() is not { } literal || request.TypeSymbol is not { } type)
            return null;
        var members = new MemberParser(new ParseContext(type, null, request.CancellationToken)).Parse();
        if (Spelling.Nearest(name, members.Where(member => IsMeant(member.Spec.Value)).Select(member => member.Spec.Name)) is not { } nearest)
            return null;
        var (old, text) = (Written(name), Written(nearest));
        if (!literal.Token.Text.Contains(old))
            return null;
        return request.Plan(
            $"Change '{name}' to '{nearest}'",
            editor => editor.ReplaceNode(literal, (current, _) => ((LiteralExpressionSyntax)current).Replace(old, text)));
    }

    /// <summary>How a member stands in the text.</summary>
    private protected abstract string Written(string member);

    /// <summary>Whether a member with such values could be meant.</summary>
    private protected abstract bool IsMeant(ValueSpec value);
}
