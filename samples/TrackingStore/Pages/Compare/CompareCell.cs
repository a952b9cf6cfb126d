using System.Globalization;
using TrackingStore.Pages.Layout;
using TrackingStore.Values;

namespace TrackingStore.Pages.Compare;

/// <summary>A value in a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exact">The value itself.</param>
/// <param name="Shown">The value as the table shows it.</param>
internal sealed record CompareCell(string Name, string Exact, string Shown)
{
    private const int MaxShown = 300;

    /// <summary>The value itself where the table shows another text and it is short enough to be in the page; null otherwise.</summary>
    public string? Hidden => Exact == Shown || Exact.Length > MaxShown ? null : Exact;

    /// <summary>The cell of a parameter or tag.</summary>
    public static CompareCell Of(NamedValue value) => new(
        value.Name, value.Value, value.Value.Length > MaxShown ? string.Concat(value.Value.AsSpan(0, MaxShown), "…") : value.Value);

    /// <summary>The cell of a metric.</summary>
    public static CompareCell Of(MetricPoint point) => new(
        point.Name, point.Value.ToString("R", CultureInfo.InvariantCulture), Pieces.Number(point.Value));
}
