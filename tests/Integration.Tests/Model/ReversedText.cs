using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A converter for members that name it: text as its UTF-16 units, from the last to the first.</summary>
public readonly struct ReversedText : IAttributeConverter<string>
{
    public static void Write(ref ItemWriter writer, string value) =>
        ListConverter<char, UnitConverter>.Write(ref writer, [.. value.Reverse()]);

    public static string Read(ref ItemReader reader) =>
        string.Concat(ListConverter<char, UnitConverter>.Read(ref reader).AsEnumerable().Reverse());

    /// <summary>Halves of surrogate pairs too, as numbers.</summary>
    private readonly struct UnitConverter : IAttributeConverter<char>
    {
        public static void Write(ref ItemWriter writer, char value) => NumberConverter<ushort>.Write(ref writer, value);

        public static char Read(ref ItemReader reader) => (char)NumberConverter<ushort>.Read(ref reader);
    }
}
