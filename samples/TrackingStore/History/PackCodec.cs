using System.Buffers.Text;
using System.Security.Cryptography;
using TrackingStore.Values;

namespace TrackingStore.History;

/// <summary>
/// The points of a request in packs of several metrics each: nearly always one pack. Equal points make equal packs, whatever their order.
/// </summary>
internal static class PackCodec
{
    /// <summary>
    /// The size from which a pack takes no further metric. A metric has up to 1,000 points, so an item stays far below 400 KB.
    /// </summary>
    private const int FullBytes = 48 * 1024;

    private const int MinBytesPerMetric = 6;
    private const int IdBytes = 16;

    /// <summary>Packs points of at least one metric.</summary>
    public static IReadOnlyList<byte[]> Encode(IReadOnlyList<MetricPoint> points)
    {
        var metrics = points.GroupBy(point => point.Name, HistoryPoint.Of).OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (Name: same.Key, Points: PointSet.Of(same))).ToList();
        var packs = new List<byte[]>();
        for (var next = 0; next < metrics.Count;)
        {
            var content = new HistoryBytes(HistoryFormat.Pack);
            for (; next < metrics.Count && content.Length < FullBytes; next++)
            {
                content.Text(metrics[next].Name);
                PointCodec.Write(content, metrics[next].Points);
            }

            packs.Add(content.ToArray());
        }

        return packs;
    }

    /// <summary>Reads the points of each metric.</summary>
    /// <exception cref="DamagedHistoryException">The bytes are not what <see cref="Encode"/> writes.</exception>
    public static IReadOnlyList<(string Name, HistoryPoint[] Points)> Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new HistoryReader(bytes, HistoryFormat.Pack);
        var metrics = new List<(string Name, HistoryPoint[] Points)>();
        do
        {
            if (reader.Left < MinBytesPerMetric) throw HistoryReader.Damaged("is cut off");
            var name = reader.Text();
            if (metrics.Count > 0 && string.CompareOrdinal(metrics[^1].Name, name) >= 0)
                throw HistoryReader.Damaged("has metrics that are not in their order");

            metrics.Add((name, PointCodec.Read(ref reader)));
        }
        while (reader.Left > 0);
        return metrics;
    }

    /// <summary>The id of a pack, which depends on its content alone.</summary>
    public static string IdOf(byte[] pack) => Base64Url.EncodeToString(SHA256.HashData(pack).AsSpan(0, IdBytes));
}
