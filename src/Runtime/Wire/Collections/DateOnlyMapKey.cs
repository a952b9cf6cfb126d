using System.Globalization;

namespace DynamoToolkit.Wire;

/// <summary>Names that are dates, <c>2026-11-20</c>.</summary>
public readonly struct DateOnlyMapKey : IMapKeyConverter<DateOnly>
{
    private const int Length = 10;

    /// <inheritdoc/>
    public static void WriteName(ref ItemWriter writer, DateOnly key)
    {
        Span<char> text = stackalloc char[Length];
        key.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        writer.WriteName(text);
    }

    /// <inheritdoc/>
    public static DateOnly ReadName(ref ItemReader reader, ReadOnlySpan<byte> name)
        => IsoText.TryParseDate(name, out var key) ? key : throw reader.UnexpectedName("a date", name);
}
