using System.Buffers.Text;

namespace DynamoToolkit.Wire;

/// <summary>Names that are Guids: 32 lower case digits in five groups.</summary>
public readonly struct GuidMapKey : IMapKeyConverter<Guid>
{
    private const int Length = 36;

    /// <inheritdoc/>
    public static void WriteName(ref ItemWriter writer, Guid key)
    {
        Span<char> text = stackalloc char[Length];
        key.TryFormat(text, out _, "D");
        writer.WriteName(text);
    }

    /// <inheritdoc/>
    public static Guid ReadName(ref ItemReader reader, ReadOnlySpan<byte> name)
        => Utf8Parser.TryParse(name, out Guid key, out var used, 'D') && used == name.Length
            ? key
            : throw reader.UnexpectedName("a Guid", name);
}
