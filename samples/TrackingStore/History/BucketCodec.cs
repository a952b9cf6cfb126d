namespace TrackingStore.History;

/// <summary>Summaries of points in few bytes.</summary>
internal static class BucketCodec
{
    private const int MinBytesPerBucket = 8;
    private const int MinBytesPerGroup = 3 * sizeof(ulong) + 2;

    /// <summary>Writes groups of buckets.</summary>
    public static byte[] Encode(IReadOnlyList<BucketGroup> groups)
    {
        var bytes = new HistoryBytes(HistoryFormat.Buckets);
        bytes.Number((ulong)groups.Count);
        var (time, step, min, max, last) = (0L, 0L, 0UL, 0UL, 0UL);
        foreach (var group in groups)
        {
            bytes.Place(group.From);
            bytes.Number((ulong)group.Buckets.Length);
            foreach (var bucket in group.Buckets)
            {
                bytes.Signed(unchecked(bucket.FirstTime - time));
                bytes.Number(unchecked((ulong)(bucket.LastTime - bucket.FirstTime)));
                bytes.Signed(unchecked(bucket.MinStep - step));
                bytes.Number(unchecked((ulong)(bucket.MaxStep - bucket.MinStep)));
                bytes.Number(unchecked((ulong)(bucket.MaxStep - bucket.LastStep)));
                bytes.Double(bucket.Min, ref min);
                bytes.Double(bucket.Max, ref max);
                bytes.Double(bucket.Last, ref last);
                (time, step) = (bucket.LastTime, bucket.MaxStep);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the groups.</summary>
    /// <exception cref="DamagedHistoryException">The bytes are not what <see cref="Encode"/> writes.</exception>
    public static IReadOnlyList<BucketGroup> Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new HistoryReader(bytes, HistoryFormat.Buckets);
        var groups = new BucketGroup[reader.Count(MinBytesPerGroup)];
        var (time, step, min, max, last) = (0L, 0L, 0UL, 0UL, 0UL);
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = new BucketGroup(reader.Place(), new Bucket[reader.Count(MinBytesPerBucket)]);
            if (i > 0 && groups[i - 1].From.CompareTo(groups[i].From) >= 0) throw HistoryReader.Damaged("is not in its order");
            foreach (ref var bucket in groups[i].Buckets.AsSpan())
            {
                var firstTime = unchecked(time + reader.Signed());
                time = unchecked(firstTime + (long)reader.Number());
                var minStep = unchecked(step + reader.Signed());
                step = unchecked(minStep + (long)reader.Number());
                var lastStep = unchecked(step - (long)reader.Number());
                bucket = new Bucket(
                    firstTime, time, minStep, step, lastStep, reader.Double(ref min), reader.Double(ref max), reader.Double(ref last));
                if (firstTime > time || lastStep < minStep || lastStep > step) throw HistoryReader.Damaged("has a summary of no points");
            }
        }

        reader.End();
        return groups;
    }
}
