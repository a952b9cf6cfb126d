using System.Buffers.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>The small pieces of expression text.</summary>
internal static class ExpressionText
{
    /// <summary>The longest text of an expression that DynamoDB allows, in bytes.</summary>
    public const int MaxBytes = 4096;

    private const int MaxOperators = 300;

    /// <summary>Refuses an expression with more operators and functions than DynamoDB allows.</summary>
    public static void ThrowIfTooManyOperators(string expression, int operators)
    {
        if (operators > MaxOperators)
        {
            throw new ArgumentException(
                $"The {expression} has {operators} operators and functions. DynamoDB allows at most {MaxOperators}. " +
                "Replace chains of == and | with In(), or split the request.");
        }
    }

    public static void WriteIndex(ref ItemWriter writer, int index)
    {
        writer.WriteRaw("["u8);
        WriteInteger(ref writer, index);
        writer.WriteRaw("]"u8);
    }

    public static void WriteInteger(ref ItemWriter writer, int number)
    {
        // Nearly all numbers of names and values are of one digit.
        if ((uint)number < 10)
        {
            writer.WriteRaw("0123456789"u8.Slice(number, 1));
            return;
        }

        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(number, digits, out var length);
        writer.WriteRaw(digits[..length]);
    }

    public static ReadOnlySpan<byte> Symbol(Comparison comparison) => comparison switch
    {
        Comparison.Equal => " = "u8,
        Comparison.NotEqual => " <> "u8,
        Comparison.Less => " < "u8,
        Comparison.AtMost => " <= "u8,
        Comparison.Greater => " > "u8,
        Comparison.AtLeast => " >= "u8,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Unknown comparison."),
    };
}
