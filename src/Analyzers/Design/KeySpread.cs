using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>How the values of a partition key spread.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Values">The number of distinct values at one time, where it is known: for a time bucket, those of the current one.</param>
/// <param name="Cause">The member that decides it; null if none does.</param>
/// <param name="IsStated">Whether [Cardinality] states the number.</param>
internal sealed record KeySpread(KeyShape Shape, long? Values, string? Cause, bool IsStated)
{
    private static readonly KeySpread Unknown = new(KeyShape.Unknown, null, null, false);

    /// <summary>The spread of a partition key of one or more attributes.</summary>
    public static KeySpread Of(INamedTypeSymbol type, ItemSpec spec, string? index, IEnumerable<KeySpec> keys, RuleOptions options)
    {
        if (Stated(type, index) is { } stated)
            return new KeySpread(stated < options.FewKeys ? KeyShape.Few : KeyShape.Many, stated, null, IsStated: true);

        var spread = new KeySpread(KeyShape.Constant, 1, null, IsStated: false);
        foreach (var part in keys.SelectMany(key => key.Parts))
        {
            if (part.Member is not { } name)
                continue;
            spread = With(spread, OfMember(spec.Member(name), type.FindMember(name), options), options);
            if (spread.Shape == KeyShape.Unknown)
                return spread;
        }

        return spread;
    }

    /// <summary>The number of partition keys that a type, or the nearest class above it, states for its table or an index.</summary>
    private static long? Stated(INamedTypeSymbol type, string? index) => type.SelfAndBases()
        .SelectMany(one => one.GetAttributes())
        .Where(attribute => attribute.IsToolkit(AttributeNames.Cardinality) && attribute.NamedText("Index") == index)
        .Select(attribute => attribute.WholeNumber(0))
        .FirstOrDefault(values => values > 0);

    private static KeySpread OfMember(MemberSpec member, ISymbol? symbol, RuleOptions options)
    {
        var name = member.Name;
        if (symbol?.ToolkitAttribute(AttributeNames.Cardinality)?.WholeNumber(0) is { } stated && stated > 0)
            return new KeySpread(stated < options.FewKeys ? KeyShape.Few : KeyShape.Many, stated, name, IsStated: true);
        var value = member.Value;
        return value.Kind switch
        {
            ValueKind.Boolean => new KeySpread(KeyShape.Few, 2, name, IsStated: false),
            ValueKind.Enum when value.Enum is { } known && !IsFlags(symbol) =>
                OfCount(known.Members.Count, name, options),
            ValueKind.DateOnly => new KeySpread(KeyShape.TimeBucket, 1, name, IsStated: false),
            ValueKind.DateTime or ValueKind.DateTimeOffset => new KeySpread(KeyShape.Moment, 1, name, IsStated: false),
            ValueKind.String or ValueKind.Integer when KeyWords.IsTimeBucket(name) =>
                new KeySpread(KeyShape.TimeBucket, 1, name, IsStated: false),
            ValueKind.String when KeyWords.IsFew(name) => new KeySpread(KeyShape.FewByName, null, name, IsStated: false),
            ValueKind.String or ValueKind.Guid or ValueKind.Integer when KeyWords.IsTenant(name) =>
                new KeySpread(KeyShape.Tenant, null, name, IsStated: false),
            _ => Unknown,
        };
    }

    private static KeySpread OfCount(long count, string name, RuleOptions options) =>
        count == 0 ? Unknown : new KeySpread(count < options.FewKeys ? KeyShape.Few : KeyShape.Many, count, name, IsStated: false);

    /// <summary>The spread of two parts together: the values multiply, and what hides their number hides it for both.</summary>
    private static KeySpread With(KeySpread one, KeySpread other, RuleOptions options)
    {
        if (one.Shape == KeyShape.Constant)
            return other;
        if (one.Shape == KeyShape.Unknown || other.Shape == KeyShape.Unknown)
            return Unknown;
        var values = one.Values * other.Values;
        var isStated = one.IsStated && other.IsStated;
        foreach (var shape in new[] { KeyShape.Moment, KeyShape.TimeBucket, KeyShape.Tenant, KeyShape.FewByName })
        {
            if (one.Shape == shape || other.Shape == shape)
                return new KeySpread(shape, values, one.Shape == shape ? one.Cause : other.Cause, isStated);
        }

        return new KeySpread(values < options.FewKeys ? KeyShape.Few : KeyShape.Many, values, one.Cause, isStated);
    }

    /// <summary>Flags combine, so that nobody counts them.</summary>
    private static bool IsFlags(ISymbol? symbol) => symbol is not (IPropertySymbol or IFieldSymbol)
        || symbol.MemberType().WithoutNullable().GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute));
}
