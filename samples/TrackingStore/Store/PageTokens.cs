using System.Buffers.Text;
using System.Globalization;
using System.Text;
using TrackingStore.Errors;

namespace TrackingStore.Store;

/// <summary>Page tokens: opaque to clients, each kind is good only where this server gave it out.</summary>
internal static class PageTokens
{
    private const int MaxLength = 4096;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Packs a position.</summary>
    /// <param name="kind">The kind of list that the position belongs to.</param>
    /// <param name="parts">The position.</param>
    public static string Encode(string kind, params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(Strict.GetBytes($"{kind}\n{string.Join('\n', parts)}"));

    /// <summary>Unpacks a position of <paramref name="count"/> parts; null where there is no token.</summary>
    public static string[]? Decode(string kind, string? token, int count)
    {
        if (string.IsNullOrEmpty(token)) return null;
        if (token.Length > MaxLength) throw Unknown();
        var parts = Unpack(token)?.Split('\n');
        if (parts is null || parts.Length != count + 1 || parts[0] != kind) throw Unknown();
        return parts[1..];
    }

    /// <summary>Packs a count of entries to skip.</summary>
    public static string EncodeOffset(string kind, int offset) => Encode(kind, offset.ToString(CultureInfo.InvariantCulture));

    /// <summary>Unpacks a count of entries to skip.</summary>
    public static int DecodeOffset(string kind, string? token)
    {
        if (Decode(kind, token, 1) is not { } parts) return 0;
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : throw Unknown();
    }

    /// <summary>The error of a token that this server never gave out.</summary>
    public static TrackingException Unknown() => new(new TrackingError.PageTokenUnknown());

    private static string? Unpack(string token)
    {
        try
        {
            return Strict.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
