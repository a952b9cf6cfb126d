using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Names the type of a value's token.</summary>
internal static class TokenTypes
{
    /// <summary>The token's type.</summary>
    public static string Of(ValueSpec value)
    {
        var own = $"{value.Type.FullName}, {ConverterNames.Of(value)}";
        if (value.TokensName is { } tokens)
            return $"{value.Type.FullName}.{tokens}";
        if (value.Type.FullName == "bool")
            return $"{BooleanAttributeToken}<{ConverterNames.Of(value)}>";
        if (value.Element is not { } element || value.OtherForm == OtherCollectionForm.IsSet)
            return $"{(IsOrdered(value) ? AttributeToken : UnorderedAttributeToken)}<{own}>";
        var elements = $"{element.DeclaredType}, {ConverterNames.OfElement(element)}";
        var elementTokens = OfElement(element, elements);
        var isPlain = elementTokens == $"{AttributeToken}<{elements}>";
        return value.Kind switch
        {
            ValueKind.List when !isPlain => $"{Expressions}MapListAttribute<{own}, {elements}, {elementTokens}>",
            ValueKind.List => $"{Expressions}ListAttribute<{own}, {elements}>",
            ValueKind.Set => $"{Expressions}SetAttribute<{own}, {elements}>",
            ValueKind.Dictionary when value.Key!.Kind != ValueKind.String =>
                $"{Expressions}KeyedMapAttribute<{own}, {value.Key.Type.FullName}, {ConverterNames.OfMapKey(value.Key)}, {elementTokens}>",
            ValueKind.Dictionary when !isPlain => $"{Expressions}MapDictionaryAttribute<{own}, {elementTokens}>",
            ValueKind.Dictionary => $"{Expressions}DictionaryAttribute<{own}, {elements}>",
            _ => $"{UnorderedAttributeToken}<{own}>",
        };
    }

    /// <summary>The tokens of an element: of a scalar those of a value that may be null, of anything else those of a member.</summary>
    private static string OfElement(ValueSpec element, string elements) =>
        element.TokensName is not null || element.Element is not null || element.Type.FullName == "bool" ? Of(element)
        : $"{(IsOrdered(element) ? AttributeToken : UnorderedAttributeToken)}<{elements}>";

    /// <summary>
    /// Whether DynamoDB orders the stored values, and as the type orders them: not booleans or collections, and no text that sorts
    /// otherwise.
    /// </summary>
    private static bool IsOrdered(ValueSpec value) => value switch
    {
        { Kind: ValueKind.Custom, Wire: WireType.S, Type.FullName: "global::System.Version" or "global::System.Net.IPAddress" } => false,
        { Kind: ValueKind.Enum, Enum.Storage: EnumStorageSpec.Name } => false,
        _ => value.Wire is WireType.S or WireType.N or WireType.B or WireType.Unknown,
    };
}
