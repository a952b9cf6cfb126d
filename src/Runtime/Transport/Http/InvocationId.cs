namespace DynamoToolkit.Transport.Http;

/// <summary>
/// The identifier that all attempts of a call have in common, for support cases. It has to be unique but need not be secret:
/// <see cref="Guid.NewGuid"/> asks the operating system for every one, which is a measurable part of a call.
/// </summary>
internal static class InvocationId
{
    private const int VersionByte = 7;
    private const int VariantByte = 8;

    /// <summary>A random UUID (version 4) as text.</summary>
    public static string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[VersionByte] = (byte)((bytes[VersionByte] & 0x0F) | 0x40);
        bytes[VariantByte] = (byte)((bytes[VariantByte] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }
}
