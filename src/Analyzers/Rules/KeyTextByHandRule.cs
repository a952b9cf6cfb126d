using DynamoToolkit.Analyzers.Calls;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2038: keys are compared byte by byte, and most texts of numbers and times do not sort like them.</summary>
internal static class KeyTextByHandRule
{
    /// <summary>Whether an assignment is of a text that has values in it.</summary>
    public static bool MayBeKey(AssignmentExpressionSyntax assignment) =>
        assignment.Right.DescendantNodesAndSelf(static node => node is CastExpressionSyntax or ParenthesizedExpressionSyntax
            or PostfixUnaryExpressionSyntax)
            .Any(static node => node is InterpolatedStringExpressionSyntax);

    /// <summary>Looks at <c>Sk = $"ORDER#{number}"</c>.</summary>
    public static void Check(
        ISimpleAssignmentOperation assignment, ItemTypes itemTypes, Action<ModelProblem> report, CancellationToken cancellationToken)
    {
        if (assignment.Value.WithoutConversions() is not IInterpolatedStringOperation text
            || assignment.Target is not IMemberReferenceOperation { Member: var member }
            || !member.ContainingType.HasToolkitAttribute(AttributeNames.Table)
            || itemTypes.Parse(member.ContainingType, cancellationToken).Spec is not { IsSkeleton: false } spec
            || !IsSortKey(spec, member.Name))
        {
            return;
        }

        foreach (var part in text.Parts.OfType<IInterpolationOperation>())
        {
            var value = part.Expression.WithoutConversions();
            if (value.Type is { } type && Reason(type.WithoutNullable(), part.FormatString?.Syntax.ToString().TrimStart(':')) is { } reason)
            {
                report(RuleTable.KeyTextByHand.Problem(
                    value.Syntax.GetLocation(),
                    ("value", value.Syntax.ToString()), ("type", type.ToMessage()), ("member", member.Name), ("reason", reason)));
            }
        }
    }

    /// <summary>Whether a member alone is a sort key, as a text. The order of partition keys does not matter.</summary>
    private static bool IsSortKey(ItemSpec spec, string member) => new[] { spec.SortKey }.OfType<KeySpec>()
        .Concat(spec.Indexes.SelectMany(index => index.Sort))
        .Any(key => key.Member == member && key.Wire == WireType.S);

    private static string? Reason(ITypeSymbol type, string? format) => type switch
    {
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } when IsPadded(format) => null,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => "\"10\" comes before \"2\"",
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double } =>
            "neither signs nor fractions sort, and the culture decides the separator",
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" } when IsSortable(format) =>
            null,
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" } =>
            "the culture decides the order of day and month",
        _ => null,
    };

    private static bool IsPadded(string? format) =>
        format is { Length: > 1 } && (format[0] is 'D' or 'd' or 'X' or 'x' || format.All(character => character is '0'));

    private static bool IsSortable(string? format) =>
        format is "O" or "o" or "s" or "u" || format?.StartsWith("yyyy", StringComparison.Ordinal) == true
        || format?.StartsWith("HH", StringComparison.Ordinal) == true;
}
