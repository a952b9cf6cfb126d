using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>
/// DTK0060: a type whose members change over time has a value member that an older item may lack. A type shows that it changes by a member
/// with [DynamoDefault], [DynamoExtra] or [Obsolete]; every other type has its members from the start, as far as its source shows.
/// </summary>
internal sealed class MissingInOlderItemsRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var spec = context.Spec;
        if (!spec.Members.Any(member => Changes(member, context.Member(member.Name))) || HasPolicy(context.Symbol))
            return;

        var inKeys = spec.Keys.SelectMany(key => key.Members).ToList();
        foreach (var member in spec.Members)
        {
            if (MayBeMissing(member) && !inKeys.Contains(member.Name)
                && context.Member(member.Name) is { } symbol && !IsRequired(symbol) && !IsObsolete(symbol))
            {
                context.Report(RuleTable.MissingInOlderItems, symbol, ("member", member.Name), ("type", symbol.Declarer().ToMessage()));
            }
        }
    }

    private static bool HasPolicy(INamedTypeSymbol type) =>
        (type.NearestAttribute(AttributeNames.Missing) ?? type.NearestAttribute(AttributeNames.Compatible)) is not null;

    private static bool Changes(MemberSpec member, ISymbol? symbol) =>
        IsObsolete(symbol) || member.Value.Kind == ValueKind.Extra || member is { DefaultText: not null, IsLatestOnly: false };

    /// <summary>A constructor's parameter has to be passed by everyone, as a required member has to be set.</summary>
    private static bool MayBeMissing(MemberSpec member) =>
        member is { HasOwnAttribute: true, HasDefault: false, DefaultText: null }
        && member.Value is { IsNullable: false, Type.IsValueType: true, Kind: not ValueKind.Set }
        && member.Assignment is not (MemberAssignment.None or MemberAssignment.Constructor);

    private static bool IsObsolete(ISymbol? symbol) =>
        symbol?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute)) == true;

    private static bool IsRequired(ISymbol symbol) => symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
