using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Turns the arguments of [DynamoDefault] into C# expressions.</summary>
internal static class DefaultTexts
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    /// <summary>The expression; null when the member's type can't take the constant.</summary>
    public static string? Of(TypedConstant constant, ITypeSymbol type, ValueSpec value)
    {
        if (constant is not { IsNull: false, Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: { } given })
            return null;
        var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var literal = SymbolDisplay.FormatPrimitive(given, quoteStrings: true, useHexadecimalNumbers: false);
        if (SymbolEqualityComparer.Default.Equals(constant.Type, bare))
            return constant.Kind == TypedConstantKind.Enum ? $"({value.Type.FullName})({literal})" : $"{literal}{Suffix(given)}";
        if (given is string)
            return Parsed(value, literal);
        var isNumber = value.Kind is ValueKind.Integer or ValueKind.Decimal or ValueKind.Double or ValueKind.Single;
        return isNumber && given is sbyte or byte or short or ushort or int or uint or long or ulong or float or double
            ? $"({value.Type.FullName})({literal}{Suffix(given)})"
            : null;
    }

    private static string? Parsed(ValueSpec value, string literal) => value.Kind switch
    {
        ValueKind.Decimal or ValueKind.TimeSpan or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.Guid => $"{value.Type.FullName}.Parse({literal}, {Invariant})",
        ValueKind.DateTime or ValueKind.DateTimeOffset => $"{value.Type.FullName}.Parse({literal}, {Invariant}, global::System.Globalization.DateTimeStyles.RoundtripKind)",
        _ => null,
    };

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        _ => "",
    };
}
