using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Names the converter of a value, for code inside the item type: the converters of enums are nested there.</summary>
internal static class ConverterNames
{
    /// <summary>The converter of a value that is not null.</summary>
    public static string Of(ValueSpec value)
    {
        if (value.CustomConverter is { } custom)
            return custom;
        return value.Kind switch
        {
            ValueKind.Integer => $"{Converters}NumberConverter<{value.Type.FullName}>",
            ValueKind.Enum => value.Enum!.ConverterName,
            ValueKind.Map => $"{Converters}MapConverter<{value.Type.FullName}>",
            ValueKind.List => List(value),
            ValueKind.Set => Set(value),
            ValueKind.Dictionary => Dictionary(value),
            _ => $"{Converters}{value.Kind}Converter",
        };
    }

    /// <summary>The converter of an element, which may be null.</summary>
    public static string OfElement(ValueSpec value)
    {
        var converter = Of(value);
        if (!value.IsNullable)
            return converter;
        var name = value.Type.IsValueType ? "NullableConverter" : "NullableReferenceConverter";
        return $"{Converters}{name}<{value.Type.FullName}, {converter}>";
    }

    private static string List(ValueSpec value)
    {
        var element = value.Element!;
        var arguments = $"<{element.DeclaredType}, {OfElement(element)}>";
        return value.Collection == CollectionKind.Array ? $"{Converters}ArrayConverter{arguments}" : $"{Converters}ListConverter{arguments}";
    }

    private static string Set(ValueSpec value)
    {
        var element = value.Element!;
        return value.Wire switch
        {
            WireType.SS => $"{Converters}StringSetConverter",
            WireType.BS => $"{Converters}BinarySetConverter",
            _ => $"{Converters}NumberSetConverter<{element.Type.FullName}, {Of(element)}>",
        };
    }

    private static string Dictionary(ValueSpec value)
    {
        var element = value.Element!;
        return $"{Converters}DictionaryConverter<{element.DeclaredType}, {OfElement(element)}>";
    }
}
