using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>Values through a converter and back.</summary>
internal static class Roundtrip
{
    public static string Write<T, TConverter>(T value)
        where TConverter : IAttributeConverter<T>
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        TConverter.Write(ref writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static T Read<T, TConverter>(string json)
        where TConverter : IAttributeConverter<T>
    {
        var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
        var value = TConverter.Read(ref reader);
        reader.ReadEnd();
        return value;
    }

    public static T Through<T, TConverter>(T value)
        where TConverter : IAttributeConverter<T>
        => Read<T, TConverter>(Write<T, TConverter>(value));
}
