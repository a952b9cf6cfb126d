using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>The tables of <c>docs/performance.md</c>.</summary>
internal static class ResultTables
{
    /// <summary>Time and bytes of every variant at every operation.</summary>
    /// <param name="results">The measurements.</param>
    /// <param name="unit">What the time columns are called.</param>
    /// <param name="scale">From the measurements' unit to that of the column.</param>
    public static string All(Results results, string unit, double scale)
    {
        var table = new MarkdownTable(
            "Operation",
            "Variant",
            $">{unit}, min",
            $">{unit}, median",
            ">of low-level, min",
            ">of low-level, median",
            ">of hand-written, min",
            ">of hand-written, median",
            ">bytes/op");
        string? last = null;
        foreach (var measurement in results.All)
        {
            table.Add(
                measurement.Operation == last ? "" : measurement.Operation,
                measurement.Variant,
                Time(measurement.Minimum * scale),
                Time(measurement.Median * scale),
                Ratio(results.MinimumRatio(measurement)),
                Ratio(results.MedianRatio(measurement)),
                Ratio(results.MinimumOverFloor(measurement)),
                Ratio(results.MedianOverFloor(measurement)),
                Bytes(measurement.AllocatedBytes));
            last = measurement.Operation;
        }

        return table.ToString();
    }

    /// <summary>Time and bytes of the items of a save, beside the item written once.</summary>
    public static string Saves(Results results)
    {
        var table = new MarkdownTable("Variant", ">µs, min", ">µs, median", ">of once, min", ">of hand-written once, min", ">bytes/op");
        foreach (var measurement in results.All)
        {
            table.Add(
                measurement.Variant,
                Time(measurement.Minimum * 0.001),
                Time(measurement.Median * 0.001),
                Ratio(results.MinimumRatio(measurement)),
                Ratio(results.MinimumOverFloor(measurement)),
                Bytes(measurement.AllocatedBytes));
        }

        return table.ToString();
    }

    public static string Targets(IEnumerable<Target> targets)
    {
        var table = new MarkdownTable("Target", ">at most", ">measured", "held");
        foreach (var target in targets)
            table.Add(target.What, Value(target.Limit), Value(target.Measured), target.Held ? "yes" : "**no**");

        return table.ToString();
    }

    private static string Value(double value) => value < 10 && value % 1 != 0 ? Ratio(value) : Bytes(value);

    private static string Time(double value) =>
        value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);

    private static string Ratio(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Bytes(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
