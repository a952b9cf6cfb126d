using System.Globalization;
using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>Step, time and value of a point as one text that sorts as they compare: what makes a point the latest.</summary>
internal static class MetricRank
{
    private const int Digits = 16;
    private const ulong SignBit = 1UL << 63;

    /// <summary>Writes a rank.</summary>
    public static string Encode(MetricPoint point) => Text(point.Step) + Text(point.Timestamp) + SortableDouble.Encode(point.Value);

    /// <summary>Reads the point back.</summary>
    public static MetricPoint Decode(string name, string rank) => new(
        name,
        ValueOf(rank),
        Number(rank.AsSpan(Digits, Digits)),
        Number(rank.AsSpan(0, Digits)));

    /// <summary>Reads the value alone.</summary>
    public static double ValueOf(string rank) => SortableDouble.Decode(rank.AsSpan(2 * Digits));

    private static string Text(long number) => ((ulong)number ^ SignBit).ToString("x16", CultureInfo.InvariantCulture);

    private static long Number(ReadOnlySpan<char> text) =>
        (long)(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) ^ SignBit);
}
