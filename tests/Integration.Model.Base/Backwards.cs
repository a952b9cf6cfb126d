using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Model.Base;

/// <summary>A converter that shows in what is stored.</summary>
public readonly struct Backwards : IAttributeConverter<long>
{
    public static void Write(ref ItemWriter writer, long value) => writer.WriteStringValue($"~{value}");

    public static long Read(ref ItemReader reader) =>
        long.Parse(reader.ReadString().AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
