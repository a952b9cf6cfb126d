using System.Globalization;
using System.Text;

namespace DynamoToolkit.Transport.Signing;

/// <summary>A moment as the header <c>X-Amz-Date</c> wants it. Requests of the same second share the text.</summary>
internal sealed class SigningTime
{
    private readonly long second;
    private readonly byte[] utf8;

    private SigningTime(DateTimeOffset time)
    {
        second = time.ToUnixTimeSeconds();
        Text = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        utf8 = Encoding.ASCII.GetBytes(Text);
    }

    /// <summary>The moment, such as <c>20261120T131500Z</c>.</summary>
    public string Text { get; }

    /// <summary>The same text as bytes.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>The day, such as <c>20261120</c>.</summary>
    public ReadOnlySpan<char> Day => Text.AsSpan(0, 8);

    public static SigningTime At(DateTimeOffset time, ref SigningTime? latest)
    {
        var known = Volatile.Read(ref latest);
        if (known is not null && known.second == time.ToUnixTimeSeconds())
            return known;

        var made = new SigningTime(time);
        Volatile.Write(ref latest, made);
        return made;
    }
}
