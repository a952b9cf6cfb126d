using System.Globalization;
using TrackingStore.Model;

namespace TrackingStore.History;

/// <summary>The place of a point in the order of its history, as a number of 192 bits. Its text sorts as it compares.</summary>
internal readonly record struct HistoryPlace(ulong Time, ulong Step, ulong Value) : IComparable<HistoryPlace>
{
    private const int Digits = 16;
    private const ulong SignBit = 1UL << 63;

    /// <summary>The place before all points.</summary>
    public static HistoryPlace First => default;

    /// <summary>The place of a point.</summary>
    public static HistoryPlace Of(HistoryPoint point) =>
        new((ulong)point.Timestamp ^ SignBit, (ulong)point.Step ^ SignBit, SortableDouble.BitsOf(point.Value));

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out HistoryPlace place)
    {
        place = default;
        if (text.Length != 3 * Digits || text.ContainsAnyExcept("0123456789abcdef")) return false;
        place = new HistoryPlace(Number(text[..Digits]), Number(text[Digits..(2 * Digits)]), Number(text[(2 * Digits)..]));
        return true;
    }

    /// <summary>The place just before this one, which is not the first.</summary>
    public HistoryPlace Previous() => Value != 0 ? this with { Value = Value - 1 }
        : Step != 0 ? new HistoryPlace(Time, Step - 1, ulong.MaxValue)
        : new HistoryPlace(Time - 1, ulong.MaxValue, ulong.MaxValue);

    /// <inheritdoc/>
    public int CompareTo(HistoryPlace other)
    {
        if (Time != other.Time) return Time < other.Time ? -1 : 1;
        if (Step != other.Step) return Step < other.Step ? -1 : 1;
        return Value.CompareTo(other.Value);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time:x16}{Step:x16}{Value:x16}");

    private static ulong Number(ReadOnlySpan<char> text) =>
        ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
