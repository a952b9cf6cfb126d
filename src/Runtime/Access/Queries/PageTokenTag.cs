using System.Security.Cryptography;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The tag of a page token: with <see cref="DynamoClientOptions.PageTokenKey"/> a signature, without it a checksum.
/// </summary>
internal static class PageTokenTag
{
    public const int Length = 16;

    /// <summary>Writes the tag of a message.</summary>
    public static void Write(ClientContext client, ReadOnlySpan<byte> message, WireBuffer tag)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (client.PageTokenKey is { } secret)
            HMACSHA256.HashData(secret, message, hash);
        else
            SHA256.HashData(message, hash);
        tag.Write(hash[..Length]);
    }

    /// <summary>Whether two tags are equal, in a time that does not depend on where they differ.</summary>
    public static bool IsSame(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(tag, other);
}
