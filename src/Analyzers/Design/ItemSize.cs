using System.Text;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>
/// The bytes of an item as DynamoDB counts them, estimated from names, types and declared lengths. A text without [MaxLength] or
/// [StringLength] is as long as the options assume.
/// </summary>
/// <param name="Expected">The estimate.</param>
/// <param name="Declared">The bytes up to which all declared lengths together allow an item to grow, with one byte a character.</param>
/// <param name="Unbounded">The members without a bound: collections, and texts and bytes without a declared length.</param>
internal sealed record ItemSize(long Expected, long Declared, IReadOnlyList<string> Unbounded)
{
    /// <summary>What a list, set or map takes beside its elements.</summary>
    private const int CollectionBytes = 3;
    private const int ExpectedElements = 5;
    private const int MapBytes = 200;
    private const int NumberBytes = 8;
    private const int TimeBytes = 28;
    private const int GuidBytes = 36;

    /// <summary>Estimates an item.</summary>
    public static ItemSize Of(INamedTypeSymbol type, ItemSpec spec, RuleOptions options) =>
        Of(type, spec, static _ => true, options);

    /// <summary>Estimates the entry of an item in an index.</summary>
    public static ItemSize Of(INamedTypeSymbol type, ItemSpec spec, IndexSpec index, RuleOptions options)
    {
        if (index.Projection == IndexProjectionSpec.All)
            return Of(type, spec, options);
        var keys = index.Partition.Concat(index.Sort).Concat(new[] { spec.PartitionKey, spec.SortKey }.OfType<KeySpec>());
        var names = new HashSet<string>(keys.Select(key => key.AttributeName).Concat(index.Include));
        return Of(type, spec, names.Contains, options);
    }

    /// <summary>The longest text that a declaration allows, in characters or bytes; null if it sets no bound.</summary>
    public static long? MaxLength(ISymbol? member)
    {
        foreach (var attribute in member?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass is { Name: "MaxLengthAttribute" or "StringLengthAttribute" or "LengthAttribute" } type
                && type.ContainingNamespace.ToDisplayString() == "System.ComponentModel.DataAnnotations")
            {
                var last = attribute.ConstructorArguments.LastOrDefault();
                if (last is { Kind: TypedConstantKind.Primitive, Value: int length and > 0 })
                    return length;
            }
        }

        return null;
    }

    private static ItemSize Of(INamedTypeSymbol type, ItemSpec spec, Func<string, bool> isHeld, RuleOptions options)
    {
        long expected = 0;
        long declared = 0;
        var unbounded = new List<string>();
        foreach (var member in spec.Members)
        {
            if (member.HasOwnAttribute && !isHeld(member.AttributeName))
                continue;
            var symbol = type.FindMember(member.Name);
            var bound = MaxLength(symbol);
            var name = member.HasOwnAttribute ? Encoding.UTF8.GetByteCount(member.AttributeName) : 0;
            expected += name + Usual(member.Value, bound, options);
            declared += name + (bound is { } length && member.Value.Kind is not (ValueKind.List or ValueKind.Set or ValueKind.Dictionary)
                ? length
                : Least(member.Value));
            if (bound is null && HasNoBound(member.Value))
                unbounded.Add(member.Name);
        }

        foreach (var key in spec.Keys.Where(key => key.IsComposed && !key.IsUnknown).Distinct())
        {
            if (!isHeld(key.AttributeName))
                continue;
            var text = Encoding.UTF8.GetByteCount(key.AttributeName) + key.Parts.Sum(part => part.Literal is { } literal
                ? Encoding.UTF8.GetByteCount(literal)
                : Usual(spec.Member(part.Member!).Value, MaxLength(type.FindMember(part.Member!)), options));
            expected += text;
            declared += text;
        }

        return new ItemSize(expected, declared, unbounded);
    }

    private static long Usual(ValueSpec value, long? bound, RuleOptions options) => value.Kind switch
    {
        ValueKind.String => Math.Min(bound ?? long.MaxValue, options.AssumedTextBytes),
        ValueKind.Bytes or ValueKind.Memory => Math.Min(bound ?? long.MaxValue, options.AssumedTextBytes * 4),
        ValueKind.List or ValueKind.Set or ValueKind.Dictionary =>
            CollectionBytes + (Math.Min(bound ?? long.MaxValue, ExpectedElements) * (1 + Elements(value, options))),
        _ => Least(value),
    };

    private static long Elements(ValueSpec value, RuleOptions options) =>
        (value.Key is { } key ? Usual(key, null, options) : 0) + (value.Element is { } element ? Usual(element, null, options) : 0);

    /// <summary>What a value takes at least, or always.</summary>
    private static long Least(ValueSpec value) => value.Kind switch
    {
        ValueKind.Boolean => 1,
        ValueKind.Integer or ValueKind.Decimal or ValueKind.Double or ValueKind.Single => NumberBytes,
        ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan =>
            value.Wire == WireType.N ? NumberBytes : TimeBytes,
        ValueKind.Guid => GuidBytes,
        ValueKind.Enum => NumberBytes,
        ValueKind.Map => MapBytes,
        _ => 1,
    };

    private static bool HasNoBound(ValueSpec value) =>
        value.Kind is ValueKind.List or ValueKind.Set or ValueKind.Dictionary or ValueKind.Bytes or ValueKind.Memory;
}
