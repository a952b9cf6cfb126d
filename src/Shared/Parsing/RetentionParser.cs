using System.Globalization;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Reads [Retention], and the duration of [TimeToLive].</summary>
internal static class RetentionParser
{
    // A program may use the retention of a type with a mistake.
    private static readonly RetentionSpec Unknown = new(null, 0, false);

    private static readonly (string Name, long Minutes)[] Units = [("Days", 24 * 60), ("Hours", 60), ("Minutes", 1)];

    /// <summary>
    /// Returns how long items are kept, and notes how the time to live is assigned. Null if the type does not declare it.
    /// </summary>
    /// <param name="context">The item type.</param>
    /// <param name="members">Its members, which are changed.</param>
    /// <param name="tableKeys">The keys of its table.</param>
    public static RetentionSpec? Apply(ParseContext context, List<StoredMember> members, KeySpec?[] tableKeys)
    {
        var named = context.Type.NearestAttribute(AttributeNames.Retention);
        var at = members.FindIndex(member => member.Spec.IsTimeToLive);
        var timed = at < 0 ? null : MemberAttributes.Find(members[at].Symbol, AttributeNames.TimeToLive);
        var hasDuration = timed is not null && Units.Any(unit => timed.NamedNumber(unit.Name) is not null);
        if (named is null && !hasDuration)
            return null;

        if (at < 0)
        {
            // On a map, another rule reports the attribute; and a member that can't be stored is reported there.
            if (context.Type.HasToolkitAttribute(AttributeNames.Table) && !context.Refused.Any(IsTimeToLive))
                context.Problem(RuleTable.RetentionWithoutMember, named!, ("type", context.DeclarerOf(named!)));
            context.Fail();
            return Unknown;
        }

        var member = members[at];
        if (named is not null && hasDuration)
        {
            var owner = context.Type.DeclarerOf(named).MostDerived(member.Symbol.Declarer());
            context.Problem(RuleTable.SeveralRetentions, timed!, ("type", owner.ToMessage()), ("member", member.Spec.Name));
            return Unknown;
        }

        var attribute = named ?? timed!;
        if (named?.Text(0) is "")
        {
            context.Problem(
                RuleTable.NameNotAllowed, named, ("kind", "retention"), ("name", ""), ("reason", "a retention needs a name"));
            return Unknown;
        }

        if (MinutesOf(context, attribute, named is null ? member.Spec.Name : context.Type.DeclarerOf(named).Name) is not { } minutes)
            return Unknown;
        var refusal = VersionParser.LatestAttributeOf(context.Type) is not null
            ? "saves of versions do not set it; remove the duration, and set the time in the program"
            : member.Spec.Value.IsNullable
            ? StampParser.RefusalToAssign(context, member, tableKeys)
            : "it can't be null, which means that an item is kept; make it nullable";
        if (refusal is { } reason)
        {
            context.Problem(RuleTable.RetentionNotPossible, attribute, ("member", member.Spec.Name), ("reason", reason));
            return Unknown;
        }

        members[at] = member with { Spec = member.Spec with { Accessor = StampParser.AccessorOf(context, member) } };
        return new RetentionSpec(named?.Text(0), minutes, attribute.NamedBoolean("OnDemand"));
    }

    /// <summary>A duration in minutes as people read it.</summary>
    public static string Describe(long minutes) => minutes % (24 * 60) == 0
        ? string.Format(CultureInfo.InvariantCulture, "{0} days", minutes / (24 * 60))
        : string.Format(CultureInfo.InvariantCulture, "{0} minutes", minutes);

    private static bool IsTimeToLive(ISymbol member) => MemberAttributes.Has(member, AttributeNames.TimeToLive);

    private static long? MinutesOf(ParseContext context, AttributeData attribute, string owner)
    {
        var parts = Units.Select(unit => (Count: (long)(attribute.NamedNumber(unit.Name) ?? 0), unit.Minutes)).ToList();
        var minutes = parts.Sum(part => part.Count * part.Minutes);
        if (minutes > 0 && parts.All(part => part.Count >= 0))
            return minutes;
        context.Problem(
            RuleTable.RetentionDuration,
            attribute,
            ("attribute", AttributeNames.WithoutSuffix(attribute.AttributeClass!.Name)),
            ("member", owner),
            ("duration", Describe(minutes)));
        return null;
    }
}
