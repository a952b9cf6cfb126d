using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Finds the shape of the values of a member's type; problems are noted at the member.</summary>
internal sealed class ValueParser(ParseContext context, ISymbol member, EnumStorageSpec enumStorage, CompatibleValues compatible)
{
    /// <summary>The visibility of the least visible of the user's converters.</summary>
    public TokenAccess ConverterAccess { get; private set; } = TokenAccess.Public;

    /// <summary>Whether a converter is obsolete as an error.</summary>
    public bool UsesObsoleteErrors { get; private set; }

    /// <summary>The shape of a type; null when it can't be stored, which is then noted.</summary>
    public ValueSpec? Parse(ITypeSymbol type)
    {
        if (type.IsNullableStruct())
            return Parse(type.WithoutNullable()) is { } inner ? inner with { IsNullable = true } : null;

        var own = type.GetAttributes()
            .Where(attribute => attribute.IsToolkit(AttributeNames.Converter))
            .Select(attribute => attribute.Type(0))
            .ToList();
        var converter = own.Concat(context.AssemblyConverters).FirstOrDefault(one => one?.Converts(type) == true);
        var value = converter is not null ? Converted(type, converter)
            : own.Count > 0 ? RefuseConverter(type, own[0])
            : compatible.Of(Scalar(type) ?? ScalarByName(type) ?? Composite(type), type);
        return value is not null && type.MayBeNullReference() ? value with { IsNullable = true } : value;
    }

    /// <summary>The shape of a member with [DynamoConverter]; null when the converter does not fit, which is then noted.</summary>
    public ValueSpec? ParseConverted(ITypeSymbol type, AttributeData attribute)
    {
        var bare = type.WithoutNullable();
        if (attribute.Type(0) is not { } converter || !converter.Converts(bare))
            return RefuseConverter(type, attribute.Type(0));

        var mayBeNull = type.IsNullableStruct() || type.MayBeNullReference();
        return Converted(bare, converter) is { } value ? value with { IsNullable = mayBeNull } : null;
    }

    /// <summary>The shape of a member with [DynamoExtra]; null when it has the wrong type, which is then noted.</summary>
    public ValueSpec? ParseExtra(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol named && named.WellKnownName() == "DynamoToolkit.ExtraAttributes")
            return Of(ValueKind.Extra, type, WireType.Unknown) with { IsNullable = type.MayBeNullReference() };
        return Refuse(RuleTable.ExtraAttributesType, type);
    }

    private ValueSpec? Converted(ITypeSymbol type, INamedTypeSymbol converter)
    {
        if (ConverterCalls.Refusal(converter, type, context.Type) is { } reason)
        {
            context.Problem(
                RuleTable.ConverterNotCallable,
                member,
                ("member", member.Name), ("converter", converter.ToMessage()), ("reason", reason));
            return null;
        }

        UsesObsoleteErrors |= context.Uses.AddType(converter);
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
        SpecialType.System_IntPtr or SpecialType.System_UIntPtr => CustomNumber(type),
        SpecialType.System_Decimal => Of(ValueKind.Decimal, type, WireType.N),
        SpecialType.System_Double => Of(ValueKind.Double, type, WireType.N),
        SpecialType.System_Single => Of(ValueKind.Single, type, WireType.N),
        SpecialType.System_Char => Of(ValueKind.Char, type, WireType.S),
        SpecialType.System_DateTime => Of(ValueKind.DateTime, type, WireType.S),
        _ => null,
    };

    private ValueSpec? ScalarByName(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array && IsByte(array.ElementType))
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
            "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" => CustomNumber(type),
            "System.Uri" => Custom(type, WireType.S, "UriConverter"),
            "System.Version" => Custom(type, WireType.S, "VersionConverter"),
            "System.Net.IPAddress" => Custom(type, WireType.S, "IPAddressConverter"),
            "System.ReadOnlyMemory`1" when IsByte(named.TypeArguments[0]) => Of(ValueKind.Memory, type, WireType.B),
            _ => null,
        };
    }

    private ValueSpec? Composite(ITypeSymbol type)
    {
        if (WellKnownCollections.Find(type) is { } collection)
            return Collection(type, collection);
        if (type is INamedTypeSymbol marked && marked.IsItemType())
            return Map(type, marked);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
            ? NotAMap(type, named)
            : Refuse(RuleTable.MemberTypeNotSupported, type);
    }

    private ValueSpec? Map(ITypeSymbol type, INamedTypeSymbol named)
    {
        var isOfThisAssembly = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, context.Type.ContainingAssembly);
        if (isOfThisAssembly && !TypeShapeParser.CanHavePart(named))
        {
            // The rule, or the compiler's error, is reported at that type.
            context.Fail();
            return null;
        }

        return !isOfThisAssembly && !named.AllInterfaces.Any(one => one.WellKnownName() == "DynamoToolkit.Wire.IDynamoMap`1")
            ? Refuse(RuleTable.MemberTypeNotSupported, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
            : Of(ValueKind.Map, type, WireType.M) with { TokensName = TokensName(named) };
    }

    private ValueSpec? NotAMap(ITypeSymbol type, INamedTypeSymbol named)
    {
        // Only a type of this compilation can be marked, as the rule's fix does.
        var canBeMarked = named.Locations.Any(location => location.IsInSource) && named.TypeParameters.Length == 0;
        return canBeMarked
            ? Refuse(RuleTable.MapNotMarked, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
            : Refuse(RuleTable.MemberTypeNotSupported, type);
    }

    private ValueSpec? Collection(ITypeSymbol type, WellKnownCollection collection)
    {
        if (collection.Value == ValueKind.Set)
            return Set(type, collection);
        var key = collection.Key is null ? null : MapKey(collection.Key);
        if (collection.Key is not null && key is null)
            return Refuse(RuleTable.MemberTypeNotSupported, type);
        if (Parse(collection.Element) is not { } element)
            return null;
        return Of(collection.Value, type, collection.Value == ValueKind.List ? WireType.L : WireType.M) with
        {
            Element = element,
            Collection = collection.Kind,
            Key = key,
        };
    }

    /// <summary>The shape of a dictionary's keys; null when they have no text that can name an attribute.</summary>
    private ValueSpec? MapKey(ITypeSymbol type)
    {
        // Names in a map are texts, so enums are stored there by name, however the values are stored.
        var key = Scalar(type) ?? new ValueParser(context, member, EnumStorageSpec.Name, compatible).ScalarByName(type);
        var isNamed = key?.Kind is ValueKind.String or ValueKind.Integer or ValueKind.Guid or ValueKind.DateOnly or ValueKind.Enum;
        return isNamed && key!.CustomConverter is null ? key : null;
    }

    private ValueSpec? Set(ITypeSymbol type, WellKnownCollection collection)
    {
        var element = compatible.Of(Scalar(collection.Element) ?? ScalarByName(collection.Element), collection.Element);
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
            (null, _, _) => "DynamoDB has only sets of strings, numbers or bytes; use a list",
            (_, true, _) => "a DynamoDB set can't hold null; make the elements non-nullable, or use a list",
            (_, _, true) => "a sorted set needs comparable elements; use a HashSet or a list",
            _ => null,
        };
        if (reason is null)
            return Of(ValueKind.Set, type, wire!.Value) with { Element = element, Collection = collection.Kind };
        if (!IsUnknown(collection.Element))
        {
            context.Problem(
                RuleTable.SetElementNotSupported,
                member,
                ("member", member.Name), ("element", collection.Element.ToMessage()), ("reason", reason));
        }

        return null;
    }

    private static bool IsByte(ITypeSymbol type) => type.SpecialType == SpecialType.System_Byte;

    private static ValueSpec Of(ValueKind kind, ITypeSymbol type, WireType wire) =>
        new() { Kind = kind, Type = type.ToTypeRef(), Wire = wire };

    /// <summary>The name that a map's tokens have or will have, when its own source is generated.</summary>
    private static string? TokensName(INamedTypeSymbol type)
    {
        if (!type.HasToolkitAttribute(AttributeNames.Map))
            return null;
        var isTaken = type.SelfAndBases()
            .SelectMany(self => self.GetMembers("Attributes"))
            .Any(other => other is not INamedTypeSymbol || other.Locations.Any(location => location.IsInSource));
        return isTaken || type.Name == "Attributes" ? "ItemAttributes" : "Attributes";
    }

    private static ValueSpec CustomNumber(ITypeSymbol type) => Custom(type, WireType.N, $"NumberConverter<{type.ToTypeRef().FullName}>");

    private static ValueSpec Custom(ITypeSymbol type, WireType wire, string converter) =>
        Of(ValueKind.Custom, type, wire) with { CustomConverter = WellKnownConverters.Namespace + converter };

    private ValueSpec? RefuseConverter(ITypeSymbol type, INamedTypeSymbol? converter)
    {
        // The compiler itself reports a converter that is not there.
        if (converter is null || !converter.IsUnknown())
            return Refuse(RuleTable.ConverterMismatch, type);
        context.Fail();
        return null;
    }

    private ValueSpec? Refuse(RuleSpec rule, ITypeSymbol type)
    {
        if (rule == RuleTable.MapNotMarked)
            context.Unmarked.Add(member);
        if (!IsUnknown(type))
            context.Problem(rule, member, ("member", member.Name), ("type", type.ToMessage()));
        return null;
    }

    /// <summary>Whether the compiler itself reports the type, so that there is nothing to add.</summary>
    private bool IsUnknown(ITypeSymbol type)
    {
        if (!type.IsUnknown())
            return false;
        context.Fail();
        return true;
    }
}
