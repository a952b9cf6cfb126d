using System.Globalization;
using DynamoToolkit.Analyzers.Models;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>What the busiest partition key takes, as a sum that messages print.</summary>
/// <param name="Units">The units per second on the busiest key.</param>
/// <param name="Limit">The units per second that one partition takes.</param>
/// <param name="Sum">How the units come about.</param>
/// <param name="Shards">The number of shards that would do.</param>
internal sealed record Heat(double Units, long Limit, string Sum, long Shards)
{
    private const int WriteUnitBytes = 1024;
    private const int ReadUnitBytes = 4096;

    /// <summary>Whether one partition can't take it.</summary>
    public bool IsTooHot => Units > Limit;

    /// <summary>The heat of writes.</summary>
    /// <param name="load">The load.</param>
    /// <param name="bytes">The bytes of what is written.</param>
    /// <param name="localBytes">The bytes of the entries of local indexes, which are in the same partition.</param>
    /// <param name="share">The part of the busiest key.</param>
    /// <param name="options">The limits.</param>
    public static Heat OfWrites(Load load, long bytes, IReadOnlyList<long> localBytes, KeyShare share, RuleOptions options)
    {
        var units = Ceiling(bytes, WriteUnitBytes);
        var factor = load.IsTransactional ? 2 : load.ChangesKey ? 2 : 1;
        var local = localBytes.Sum(one => Ceiling(one, WriteUnitBytes));
        var total = load.Writes * ((units * factor) + local) * share.Part;
        var each = factor == 1 ? "" : load.IsTransactional ? " × 2 for transactions" : " × 2 for changed keys";
        var entries = local == 0 ? "" : $" + {Text(local)} of local indexes";
        var perWrite = local == 0 ? $"{Counted(units)}{each}" : $"({Counted(units)}{each}{entries})";
        return Of(total, options.PartitionWriteUnits, $"{Text(load.Writes)} writes/s × {perWrite}", bytes, load, share, options);
    }

    /// <summary>The heat of reads.</summary>
    public static Heat OfReads(Load load, long bytes, KeyShare share, RuleOptions options)
    {
        var units = Ceiling(bytes, ReadUnitBytes) * (load.IsConsistent ? 1 : 0.5);
        var total = load.Reads * units * share.Part;
        return Of(total, options.PartitionReadUnits, $"{Text(load.Reads)} reads/s × {Counted(units)}", bytes, load, share, options);
    }

    private static Heat Of(double units, long limit, string sum, long bytes, Load load, KeyShare share, RuleOptions options)
    {
        var size = $" ({Text(bytes)} bytes{(load.ItemBytes > 0 ? "" : ", estimated")})";
        var part = share.Part < 1
            ? $" × {(share.Part * 100).ToString("0.#", CultureInfo.InvariantCulture)} % {share.Text}" : $" {share.Text}";
        var shards = (long)Math.Ceiling(units * options.HeadroomPercent / 100 / limit);
        return new Heat(units, limit, $"{sum}{size}{part} = {Text(units)} units/s", Math.Max(1, shards));
    }

    private static long Ceiling(long bytes, int unit) => Math.Max(1, (bytes + unit - 1) / unit);

    private static string Counted(double units) => units == 1 ? "1 unit" : $"{Text(units)} units";

    /// <summary>A number with separators, and without a fraction unless it is small.</summary>
    public static string Text(double number) =>
        number.ToString(number < 10 && number != Math.Floor(number) ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
