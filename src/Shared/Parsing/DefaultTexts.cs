using System.Globalization;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

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
        var literal = ConstantTexts.Of(given);
        if (SymbolEqualityComparer.Default.Equals(constant.Type, type.WithoutNullable()))
            return constant.Kind == TypedConstantKind.Enum ? $"({value.Type.FullName})({literal})" : literal;
        if (given is string text)
            return CanParse(value.Kind, text) ? Parsed(value, literal) : null;
        return constant.Kind == TypedConstantKind.Primitive && Fits(given, value) ? $"({value.Type.FullName})({literal})" : null;
    }

    private static string Parsed(ValueSpec value, string literal) => value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset
        ? $"{value.Type.FullName}.Parse({literal}, {Invariant}, global::System.Globalization.DateTimeStyles.RoundtripKind)"
        : $"{value.Type.FullName}.Parse({literal}, {Invariant})";

    /// <summary>
    /// Whether the generated code will be able to parse a text. A comma is refused, because it would be read as a thousands separator where
    /// it stands for a decimal point.
    /// </summary>
    private static bool CanParse(ValueKind kind, string text) => kind switch
    {
        ValueKind.Decimal => !text.Contains(',') && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        ValueKind.TimeSpan => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
        ValueKind.Guid => Guid.TryParse(text, out _),
        ValueKind.DateTime or ValueKind.DateTimeOffset =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.DateOnly =>
            !text.Contains(':') && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ValueKind.TimeOnly =>
            DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time) &&
            time.Date == default,
        _ => false,
    };

    /// <summary>Whether the member's type can hold a number exactly, apart from the rounding of binary fractions.</summary>
    private static bool Fits(object given, ValueSpec value)
    {
        if (given is not (sbyte or byte or short or ushort or int or uint or long or ulong or float or double))
            return false;
        var number = Convert.ToDouble(given, CultureInfo.InvariantCulture);
        var isFinite = !double.IsNaN(number) && !double.IsInfinity(number);
        return value.Kind switch
        {
            ValueKind.Double => true,
            ValueKind.Single => !isFinite || !float.IsInfinity((float)number),
            ValueKind.Decimal => ToDecimal(given) is not null,
            ValueKind.Integer => ToDecimal(given) is { } exact && decimal.Truncate(exact) == exact && IsInRange(exact, value.Type.FullName),
            _ => false,
        };
    }

    private static decimal? ToDecimal(object given)
    {
        // Decimal's conversion throws beyond its own range, which ends below 7.93e28.
        if (given is float or double && !(Math.Abs(Convert.ToDouble(given, CultureInfo.InvariantCulture)) < 7.9e28))
            return null;
        return Convert.ToDecimal(given, CultureInfo.InvariantCulture);
    }

    private static bool IsInRange(decimal number, string type) => type switch
    {
        "sbyte" => number is >= sbyte.MinValue and <= sbyte.MaxValue,
        "byte" => number is >= byte.MinValue and <= byte.MaxValue,
        "short" => number is >= short.MinValue and <= short.MaxValue,
        "ushort" => number is >= ushort.MinValue and <= ushort.MaxValue,
        "int" => number is >= int.MinValue and <= int.MaxValue,
        "uint" => number is >= uint.MinValue and <= uint.MaxValue,
        "long" => number is >= long.MinValue and <= long.MaxValue,
        _ => number is >= ulong.MinValue and <= ulong.MaxValue,
    };
}
