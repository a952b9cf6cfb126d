using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// The runtime's attributes that apply to a member: those of its declaration, of the constructor's parameter that it stands for, and of
/// what it overrides. Of each attribute the nearest one counts, and [DynamoIgnore] ends the search.
/// </summary>
internal static class MemberAttributes
{
    private static readonly HashSet<string> OnParameters =
    [
        AttributeNames.PartitionKey, AttributeNames.SortKey, AttributeNames.TimeToLive, AttributeNames.Attribute, AttributeNames.Converter,
        AttributeNames.Default, AttributeNames.Extra, AttributeNames.Flatten, AttributeNames.ConcurrencyToken, AttributeNames.CreatedAt,
        AttributeNames.UpdatedAt, AttributeNames.Version, AttributeNames.LatestOnly, AttributeNames.CreatedBy, AttributeNames.UpdatedBy,
        AttributeNames.WriteShard, AttributeNames.Unique, AttributeNames.TrigramIndexed,
    ];

    // Asked for each member and each attribute, where most types have none on parameters: looked up once a type, and goes with it.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ILookup<string, AttributeData>> OfParameters = new();

    /// <summary>The attribute of that name; null when none applies.</summary>
    public static AttributeData? Find(ISymbol member, string name)
    {
        foreach (var declared in member.SelfAndOverridden())
        {
            var own = declared.ToolkitAttribute(name) ?? OfParameter(declared, name);
            if (own is not null || declared.HasToolkitAttribute(AttributeNames.Ignore))
                return own;
        }

        return null;
    }

    /// <summary>Whether the attribute of that name applies.</summary>
    public static bool Has(ISymbol member, string name) => Find(member, name) is not null;

    /// <summary>All attributes that apply.</summary>
    public static IEnumerable<AttributeData> All(ISymbol member)
    {
        var seen = new HashSet<string>();
        foreach (var declared in member.SelfAndOverridden())
        {
            var own = Own(declared).ToList();
            foreach (var attribute in own.Where(attribute => !seen.Contains(attribute.AttributeClass!.Name)))
                yield return attribute;
            seen.UnionWith(own.Select(attribute => attribute.AttributeClass!.Name));
            if (seen.Contains(AttributeNames.Ignore))
                yield break;
        }
    }

    /// <summary>The attributes of one declaration, without those of what it overrides.</summary>
    public static IEnumerable<AttributeData> Own(ISymbol declared)
    {
        var own = declared.GetAttributes().Where(attribute => attribute.IsToolkit());
        return declared is IPropertySymbol ? own.Concat(OfParameter(declared)) : own;
    }

    private static AttributeData? OfParameter(ISymbol declared, string name) =>
        OnParameters.Contains(name) ? OfParameter(declared).FirstOrDefault(attribute => attribute.IsToolkit(name)) : null;

    /// <summary>
    /// The attributes on parameters of constructors that have a member's name. Which constructor is the primary one shows only in source.
    /// </summary>
    private static IEnumerable<AttributeData> OfParameter(ISymbol declared) => OfParameters
        .GetValue(declared.ContainingType, static type => type.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .SelectMany(static parameter => parameter.GetAttributes(), static (parameter, attribute) => (parameter.Name, attribute))
            .Where(static one => one.attribute.IsToolkit())
            .ToLookup(static one => one.Name, static one => one.attribute, StringComparer.OrdinalIgnoreCase))[declared.Name];
}
