namespace TrackingStore.History;

/// <summary>
/// Points of one metric in few bytes. They are sorted, so a point is what it differs by from the one before: mostly two bytes for the time,
/// one for the step, and the bytes of the value that changed.
/// </summary>
internal static class PointCodec
{
    private const int MinBytesPerPoint = 3;

    /// <summary>Writes points of one metric.</summary>
    public static byte[] Encode(ReadOnlySpan<HistoryPoint> points)
    {
        var bytes = new HistoryBytes(HistoryFormat.Points);
        Write(bytes, points);
        return bytes.ToArray();
    }

    /// <summary>Reads the points.</summary>
    /// <exception cref="DamagedHistoryException">The bytes are not what <see cref="Encode"/> writes.</exception>
    public static HistoryPoint[] Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new HistoryReader(bytes, HistoryFormat.Points);
        var points = Read(ref reader);
        reader.End();
        return points;
    }

    /// <summary>Writes points, which are sorted and distinct, and of which there is at least one.</summary>
    public static void Write(HistoryBytes bytes, ReadOnlySpan<HistoryPoint> points)
    {
        bytes.Number((ulong)points.Length);
        var (time, step, value) = (points[0].Timestamp, 0L, 0UL);
        bytes.Signed(time);
        foreach (var point in points)
        {
            // Differences may be greater than a long, and wrap around both ways.
            bytes.Number(unchecked((ulong)(point.Timestamp - time)));
            bytes.Signed(unchecked(point.Step - step));
            bytes.Double(point.Value, ref value);
            (time, step) = (point.Timestamp, point.Step);
        }
    }

    /// <summary>Reads points, and makes sure that they are sorted and distinct.</summary>
    public static HistoryPoint[] Read(ref HistoryReader reader)
    {
        var points = new HistoryPoint[reader.Count(MinBytesPerPoint)];
        var (time, step, value) = (reader.Signed(), 0L, 0UL);
        for (var i = 0; i < points.Length; i++)
        {
            time = unchecked(time + (long)reader.Number());
            step = unchecked(step + reader.Signed());
            points[i] = new HistoryPoint(time, step, reader.Double(ref value));
            if (i > 0 && points[i - 1].CompareTo(points[i]) >= 0) throw HistoryReader.Damaged("is not in its order");
        }

        return points;
    }
}
