using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the shape of the values of a member's type; problems are noted at the member.</summary>
internal sealed class ValueParser(ParseContext context, ISymbol member, EnumStorageSpec enumStorage)
{
    /// <summary>How visible the least visible of the user's converters is that were met.</summary>
    public TokenAccess ConverterAccess { get; private set; } = TokenAccess.Public;

    /// <summary>The shape of a type; null when it can't be stored, which is then noted.</summary>
    public ValueSpec? Parse(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Parse(nullable.TypeArguments[0]) is { } inner ? inner with { IsNullable = true } : null;

        var own = type.GetAttributes().Where(attribute => attribute.IsToolkit(AttributeNames.Converter)).ToList();
        var converter = own.Select(attribute => attribute.Type(0)).Concat(context.AssemblyConverters).FirstOrDefault(one => one?.Converts(type) == true);
        var value = converter is not null ? Converted(type, converter)
            : own.Count > 0 ? Refuse(RuleIds.ConverterMismatch, type)
            : Scalar(type) ?? ScalarByName(type) ?? Composite(type);
        if (value is null)
            return null;

        // Code outside a nullable context says nothing about null, so null has to be expected.
        return type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated ? value with { IsNullable = true } : value;
    }

    /// <summary>The shape of a member with [DynamoConverter]; null when the converter is not for its type or can't be called, which is then noted.</summary>
    public ValueSpec? ParseConverted(ITypeSymbol type, AttributeData attribute)
    {
        var bare = type.WithoutNullable();
        if (attribute.Type(0) is not { } converter || !converter.Converts(bare))
            return Refuse(RuleIds.ConverterMismatch, type);

        var mayBeNull = !SymbolEqualityComparer.Default.Equals(bare, type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return Converted(bare, converter) is { } value ? value with { IsNullable = mayBeNull } : null;
    }

    /// <summary>The shape of a member with [DynamoExtra]; null when it is of another type than that takes, which is then noted.</summary>
    public ValueSpec? ParseExtra(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol named && named.WellKnownName() == "DynamoToolkit.ExtraAttributes")
            return Of(ValueKind.Extra, type, WireType.Unknown) with { IsNullable = type.NullableAnnotation != NullableAnnotation.NotAnnotated };
        return Refuse(RuleIds.ExtraAttributesType, type);
    }

    private ValueSpec? Converted(ITypeSymbol type, INamedTypeSymbol converter)
    {
        if (ConverterCalls.Refusal(converter, type, context.Type) is { } reason)
        {
            context.Problem(RuleIds.ConverterNotCallable, member, member.Name, converter.ToMessage(), reason);
            return null;
        }

        var access = converter.DeepAccess();
        if (access > ConverterAccess)
            ConverterAccess = access;
        return Of(ValueKind.Custom, type, WireType.Unknown) with { CustomConverter = converter.ToTypeRef().FullName };
    }

    private static ValueSpec? Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => Of(ValueKind.String, type, WireType.S),
        SpecialType.System_Boolean => Of(ValueKind.Boolean, type, WireType.BOOL),
        SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 =>
            Of(ValueKind.Integer, type, WireType.N),
        SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 =>
            Of(ValueKind.Integer, type, WireType.N) with { IsUnsigned = true },
        SpecialType.System_IntPtr or SpecialType.System_UIntPtr => Custom(type, WireType.N, $"NumberConverter<{type.ToTypeRef().FullName}>"),
        SpecialType.System_Decimal => Of(ValueKind.Decimal, type, WireType.N),
        SpecialType.System_Double => Of(ValueKind.Double, type, WireType.N),
        SpecialType.System_Single => Of(ValueKind.Single, type, WireType.N),
        SpecialType.System_Char => Of(ValueKind.Char, type, WireType.S),
        SpecialType.System_DateTime => Of(ValueKind.DateTime, type, WireType.S),
        _ => null,
    };

    private ValueSpec? ScalarByName(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte })
            return Of(ValueKind.Bytes, type, WireType.B);
        if (type is not INamedTypeSymbol named)
            return null;
        if (named.TypeKind == TypeKind.Enum)
        {
            var storage = enumStorage == EnumStorageSpec.Number ? WireType.N : WireType.S;
            return Of(ValueKind.Enum, type, storage) with { Enum = context.Enum(named, enumStorage) };
        }

        return named.WellKnownName() switch
        {
            "System.Guid" => Of(ValueKind.Guid, type, WireType.S),
            "System.DateTimeOffset" => Of(ValueKind.DateTimeOffset, type, WireType.S),
            "System.DateOnly" => Of(ValueKind.DateOnly, type, WireType.S),
            "System.TimeOnly" => Of(ValueKind.TimeOnly, type, WireType.S),
            "System.TimeSpan" => Of(ValueKind.TimeSpan, type, WireType.N),
            "System.Half" => Custom(type, WireType.N, "HalfConverter"),
            "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => Custom(type, WireType.N, $"NumberConverter<{type.ToTypeRef().FullName}>"),
            "System.Uri" => Custom(type, WireType.S, "UriConverter"),
            "System.Version" => Custom(type, WireType.S, "VersionConverter"),
            "System.Net.IPAddress" => Custom(type, WireType.S, "IPAddressConverter"),
            "System.ReadOnlyMemory`1" when named.TypeArguments[0].SpecialType == SpecialType.System_Byte => Of(ValueKind.Memory, type, WireType.B),
            _ => null,
        };
    }

    private ValueSpec? Composite(ITypeSymbol type)
    {
        if (WellKnownCollections.Find(type) is { } collection)
            return Collection(type, collection);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named)
            return Refuse(RuleIds.MemberTypeNotSupported, type);
        if (named.HasToolkitAttribute(AttributeNames.Map) || named.HasToolkitAttribute(AttributeNames.Table))
            return Of(ValueKind.Map, type, WireType.M) with { TokensName = TokensName(named) };

        // A type of this very compilation can be marked; the rule's fix does it.
        var canBeMarked = named.Locations.Any(location => location.IsInSource) && named.TypeParameters.Length == 0;
        return canBeMarked ? Refuse(RuleIds.MapNotMarked, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) : Refuse(RuleIds.MemberTypeNotSupported, type);
    }

    private ValueSpec? Collection(ITypeSymbol type, WellKnownCollection collection)
    {
        if (collection.Value == ValueKind.Set)
            return Set(type, collection);
        // Names in a map are texts, so enums stand there by name, however the values are stored.
        var key = collection.Key is null ? null : Scalar(collection.Key) ?? new ValueParser(context, member, EnumStorageSpec.Name).ScalarByName(collection.Key);
        var isKeyNamed = key is { Kind: ValueKind.String or ValueKind.Integer or ValueKind.Guid or ValueKind.DateOnly or ValueKind.Enum, CustomConverter: null };
        if (collection.Key is not null && !isKeyNamed)
            return Refuse(RuleIds.MemberTypeNotSupported, type);
        if (Parse(collection.Element) is not { } element)
            return null;
        return Of(collection.Value, type, collection.Value == ValueKind.List ? WireType.L : WireType.M) with
        {
            Element = element,
            Collection = collection.Kind,
            Key = key,
        };
    }

    private ValueSpec? Set(ITypeSymbol type, WellKnownCollection collection)
    {
        var element = Scalar(collection.Element) ?? ScalarByName(collection.Element);
        WireType? wire = element?.Wire switch
        {
            WireType.S => WireType.SS,
            WireType.N => WireType.NS,
            WireType.B => WireType.BS,
            _ => null,
        };
        var mayHoldNull = collection.Element.IsReferenceType && collection.Element.NullableAnnotation == NullableAnnotation.Annotated;
        var isUnordered = collection.Kind is CollectionKind.Sorted or CollectionKind.ImmutableSorted && !collection.Element.IsComparable();
        var reason = (wire, mayHoldNull, isUnordered) switch
        {
            (null, _, _) => "because DynamoDB has sets of strings, of numbers and of bytes only; use a list",
            (_, true, _) => "because DynamoDB's sets hold no nulls; make the elements non-nullable, or use a list",
            (_, _, true) => "because a sorted set needs elements that compare; use a HashSet, or a list",
            _ => null,
        };
        return reason is not null
            ? Refuse(RuleIds.SetElementNotSupported, collection.Element, reason)
            : Of(ValueKind.Set, type, wire!.Value) with { Element = element, Collection = collection.Kind };
    }

    private static ValueSpec Of(ValueKind kind, ITypeSymbol type, WireType wire) => new() { Kind = kind, Type = type.ToTypeRef(), Wire = wire };

    /// <summary>The name that a map's tokens have or will have, when its own source is generated.</summary>
    private static string? TokensName(INamedTypeSymbol type)
    {
        if (!type.HasToolkitAttribute(AttributeNames.Map))
            return null;
        var isTaken = type.SelfAndBases().SelectMany(self => self.GetMembers("Attributes")).Any(other => other is not INamedTypeSymbol || other.Locations.Any(location => location.IsInSource));
        return isTaken || type.Name == "Attributes" ? "ItemAttributes" : "Attributes";
    }

    private static ValueSpec Custom(ITypeSymbol type, WireType wire, string converter) =>
        Of(ValueKind.Custom, type, wire) with { CustomConverter = WellKnownConverters.Namespace + converter };

    private ValueSpec? Refuse(string ruleId, ITypeSymbol type, params string[] more)
    {
        if (type.TypeKind == TypeKind.Error)
            context.Fail();
        else
            context.Problem(ruleId, member, [member.Name, type.ToMessage(), .. more]);
        return null;
    }
}
