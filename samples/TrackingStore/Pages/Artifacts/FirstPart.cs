using System.Text;

namespace TrackingStore.Pages.Artifacts;

/// <summary>The beginning of a file, as text.</summary>
/// <param name="Text">The text; null if it is not UTF-8 text.</param>
/// <param name="IsWhole">Whether it is the whole file.</param>
internal sealed record FirstPart(string? Text, bool IsWhole)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="maxBytes">How much to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<FirstPart> ReadAsync(Stream file, int maxBytes, CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(maxBytes, file.Length) + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var isWhole = length < bytes.Length;
        return new FirstPart(Decode(bytes.AsSpan(0, isWhole ? length : bytes.Length - 1), isWhole), isWhole);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Contains((byte)0)) return null;
        var text = new char[bytes.Length];
        try
        {
            // A character that the end cuts in two is left out.
            return new string(text, 0, Strict.GetDecoder().GetChars(bytes, text, flush: isWhole));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
