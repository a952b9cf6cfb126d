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
        if (value.Element is not { } element)
            return $"{AttributeToken}<{own}>";
        var elements = $"{element.DeclaredType}, {ConverterNames.OfElement(element)}";
        return value.Kind switch
        {
            ValueKind.List when element.TokensName is { } elementTokens =>
                $"{Expressions}MapListAttribute<{own}, {elements}, {element.Type.FullName}.{elementTokens}>",
            ValueKind.List => $"{Expressions}ListAttribute<{own}, {elements}>",
            ValueKind.Set => $"{Expressions}SetAttribute<{own}, {elements}>",
            ValueKind.Dictionary when value.Key!.Kind == ValueKind.String => $"{Expressions}DictionaryAttribute<{own}, {elements}>",
            _ => $"{AttributeToken}<{own}>",
        };
    }
}
