using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Shared.Roslyn;

/// <summary>Writes constants as C#.</summary>
internal static class ConstantTexts
{
    /// <summary>The constant, with the suffix of its type where C# has one.</summary>
    public static string Of(object value) => value switch
    {
        double number when Special(number) is { } name => $"double.{name}",
        float number when Special(number) is { } name => $"float.{name}",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) + Suffix(value),
    };

    private static string? Special(double number) => number switch
    {
        double.PositiveInfinity => nameof(double.PositiveInfinity),
        double.NegativeInfinity => nameof(double.NegativeInfinity),
        double.NaN => nameof(double.NaN),
        _ => null,
    };

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        decimal => "M",
        _ => "",
    };
}
