using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Names the converter of a value, for code inside the item type: the converters of enums by name are nested there.</summary>
internal static class ConverterNames
{
    /// <summary>The converter of a value that is not null.</summary>
    public static string Of(ValueSpec value) => value.OtherForm switch
    {
        OtherCollectionForm.ReadsOther => $"{Converters}OrOtherCollectionConverter<{value.Type.FullName}, {Own(value)}>",
        OtherCollectionForm.IsSet => $"{Converters}ListAsSetConverter<{value.Type.FullName}, {value.Element!.Type.FullName}, "
            + $"{Of(value.Element)}, {Own(value)}>",
        _ => Own(value),
    };

    /// <summary>The converter of an element, which may be null.</summary>
    public static string OfElement(ValueSpec value)
    {
        var converter = Of(value);
        if (!value.IsNullable)
            return converter;
        var name = value.Type.IsValueType ? "NullableConverter" : "NullableReferenceConverter";
        return $"{Converters}{name}<{value.Type.FullName}, {converter}>";
    }

    private static string Own(ValueSpec value) => value.CustomConverter ?? value.Kind switch
    {
        ValueKind.Integer => $"{Converters}NumberConverter<{value.Type.FullName}>",
        ValueKind.Enum when value.Enum!.Storage == EnumStorageSpec.Number =>
            $"{Converters}EnumNumberConverter<{value.Type.FullName}, {value.Enum.UnderlyingType}>",
        ValueKind.Enum => value.Enum!.ConverterName,
        ValueKind.Map => $"{Converters}MapConverter<{value.Type.FullName}>",
        ValueKind.List => List(value),
        ValueKind.Set => Set(value),
        ValueKind.Dictionary => Dictionary(value),
        _ => $"{Converters}{value.Kind}Converter",
    };

    private static string List(ValueSpec value)
    {
        var name = value.Collection switch
        {
            CollectionKind.Array => "ArrayConverter",
            CollectionKind.Interface => "InterfaceListConverter",
            CollectionKind.ImmutableArray => "ImmutableArrayConverter",
            CollectionKind.Immutable => "ImmutableListConverter",
            _ => "ListConverter",
        };
        return Generic(value, name, $"{value.Element!.DeclaredType}, {OfElement(value.Element)}");
    }

    private static string Set(ValueSpec value)
    {
        var element = value.Element!;
        var name = value.Collection switch
        {
            CollectionKind.Interface => "InterfaceSetConverter",
            CollectionKind.Sorted => "SortedSetConverter",
            CollectionKind.Immutable => "ImmutableHashSetConverter",
            CollectionKind.ImmutableSorted => "ImmutableSortedSetConverter",
            CollectionKind.Frozen => "FrozenSetConverter",
            _ => null,
        };
        if (name is null && element.Kind is ValueKind.String or ValueKind.Bytes)
            return $"{Converters}{(value.Wire == WireType.SS ? "StringSetConverter" : "BinarySetConverter")}";
        name ??= value.Wire == WireType.NS ? "NumberSetConverter" : "HashSetConverter";
        return Generic(value, name, $"{element.Type.FullName}, {Of(element)}");
    }

    private static string Dictionary(ValueSpec value)
    {
        var key = value.Key!;
        var elements = $"{value.Element!.DeclaredType}, {OfElement(value.Element)}";
        if (value.Collection == CollectionKind.Standard && key.Kind == ValueKind.String)
            return $"{Converters}DictionaryConverter<{elements}>";
        var name = value.Collection switch
        {
            CollectionKind.Interface => "InterfaceDictionaryConverter",
            CollectionKind.Sorted => "SortedDictionaryConverter",
            CollectionKind.Immutable => "ImmutableDictionaryConverter",
            CollectionKind.ImmutableSorted => "ImmutableSortedDictionaryConverter",
            CollectionKind.Frozen => "FrozenDictionaryConverter",
            _ => "KeyedDictionaryConverter",
        };
        return Generic(value, name, $"{key.Type.FullName}, {OfMapKey(key)}, {elements}");
    }

    /// <summary>What writes and reads the keys of a dictionary as names.</summary>
    public static string OfMapKey(ValueSpec key) => key.Kind switch
    {
        ValueKind.Integer => $"{Converters}IntegerMapKey<{key.Type.FullName}>",
        ValueKind.Enum => key.Enum!.ConverterName,
        _ => $"{Converters}{key.Kind}MapKey",
    };

    private static string Generic(ValueSpec value, string name, string arguments) => value.Collection == CollectionKind.Interface
        ? $"{Converters}{name}<{value.Type.FullName}, {arguments}>"
        : $"{Converters}{name}<{arguments}>";
}
