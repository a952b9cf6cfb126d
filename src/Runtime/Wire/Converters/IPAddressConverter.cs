using System.Net;

namespace DynamoToolkit.Wire;

/// <summary>Stores IP addresses of both versions as a String.</summary>
public readonly struct IPAddressConverter : IAttributeConverter<IPAddress>
{
    /// <inheritdoc/>
    public static void Write(ref ItemWriter writer, IPAddress value)
        => writer.WriteStringValue((value ?? throw writer.Invalid(ItemWriter.NullRule)).ToString());

    /// <inheritdoc/>
    public static IPAddress Read(ref ItemReader reader)
    {
        var text = reader.ReadString();
        return IPAddress.TryParse(text, out var value) ? value : throw reader.Unexpected("an IP address", text);
    }
}
