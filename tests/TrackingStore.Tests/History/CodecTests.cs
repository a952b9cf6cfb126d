using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TrackingStore.History;
using TrackingStore.Values;

namespace TrackingStore.Tests.History;

/// <summary>The forms in which history is stored.</summary>
public sealed class CodecTests
{
    private static readonly double[] Values =
    [
        0, -0.0, 1, -1, 0.1, 0.5f, 1e-300, double.Epsilon, double.MaxValue, double.MinValue, double.NaN,
        double.PositiveInfinity, double.NegativeInfinity, BitConverter.Int64BitsToDouble(0x7ff8_0000_0000_0001),
    ];

    private static readonly long[] Numbers = [0, 1, -1, 63, 64, 127, 128, 1_700_000_000_000, long.MaxValue, long.MinValue];

    private static Gen<HistoryPoint> AnyPoint { get; } =
        from time in Gen.OneOf(Gen.Elements(Numbers), Gen.Choose(0, 1000).Select(n => (long)n))
        from step in Gen.OneOf(Gen.Elements(Numbers), Gen.Choose(-5, 1000).Select(n => (long)n))
        from value in Gen.OneOf(Gen.Elements(Values), ArbMap.Default.GeneratorFor<double>())
        select new HistoryPoint(time, step, value);

    private static Arbitrary<HistoryPoint[]> AnyPoints { get; } =
        Gen.NonEmptyListOf(AnyPoint).Select(points => PointSet.Of(points)).ToArbitrary();

    [Fact]
    public void Points_AnySet_ComesBackBitByBit() => Prop.ForAll(AnyPoints, points =>
    {
        var back = PointCodec.Decode(PointCodec.Encode(points));
        return points.Select(BitsOf).SequenceEqual(back.Select(BitsOf));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Buckets_OfAnyPoints_ComeBackBitByBit() => Prop.ForAll(AnyPoints, points =>
    {
        var groups = points.Chunk(3).Select(some => new BucketGroup(HistoryPlace.Of(some[0]), [.. some.Select(Bucket.Of)])).ToList();
        var back = BucketCodec.Decode(BucketCodec.Encode(groups));
        return groups.Select(group => group.From).SequenceEqual(back.Select(group => group.From))
            && groups.SelectMany(group => group.Buckets).SequenceEqual(back.SelectMany(group => group.Buckets));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pack_PointsInAnyOrder_AreOnePackWithOneId() => Prop.ForAll(AnyPoints, points =>
    {
        var logged = points.Select((point, i) => new MetricPoint($"m{i % 3}", point.Value, point.Timestamp, point.Step)).ToArray();
        var pack = Assert.Single(PackCodec.Encode(logged));
        var (forth, back) = (PackCodec.Decode(pack), logged.Concat(logged).Reverse().ToArray());
        return PackCodec.IdOf(Assert.Single(PackCodec.Encode(back))) == PackCodec.IdOf(pack)
            && logged.GroupBy(point => point.Name).All(same =>
                forth.Single(metric => metric.Name == same.Key).Points.SequenceEqual(PointSet.Of(same.Select(HistoryPoint.Of))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pack_ManyLongNames_FitsIntoItems()
    {
        var points = Enumerable.Range(0, 1000).Select(i => new MetricPoint($"{i:d4}{new string('\u00e9', 246)}", i, i, i)).ToList();
        var packs = PackCodec.Encode(points);
        Assert.All(packs, pack => Assert.InRange(pack.Length, 1, 100_000));
        Assert.Equal(points.Select(point => point.Name), packs.SelectMany(pack => PackCodec.Decode(pack)).Select(metric => metric.Name));
    }

    [Fact]
    public void Decode_AnyChangedByte_IsRefused()
    {
        HistoryPoint[] points = [new(1, 2, 0.5), new(1, 3, double.NaN), new(700, -4, 1e9)];
        (byte[] Bytes, Action<byte[]> Decode)[] forms =
        [
            (PointCodec.Encode(points), bytes => PointCodec.Decode(bytes)),
            (PackCodec.Encode([new MetricPoint("m", 1, 2, 3), new MetricPoint("n", 1, 2, 3)])[0], bytes => PackCodec.Decode(bytes)),
            (BucketCodec.Encode([new BucketGroup(HistoryPlace.First, Bucket.Summarize(points))]), bytes => BucketCodec.Decode(bytes)),
        ];
        foreach (var (bytes, decode) in forms)
        {
            decode(bytes);
            for (var i = 0; i < bytes.Length; i++)
            {
                for (var bit = 0; bit < 8; bit++)
                {
                    byte[] changed = [.. bytes];
                    changed[i] ^= (byte)(1 << bit);
                    Assert.Throws<DamagedHistoryException>(() => decode(changed));
                }

                Assert.Throws<DamagedHistoryException>(() => decode(bytes[..i]));
            }

            Assert.Throws<DamagedHistoryException>(() => decode([.. bytes, 0]));
        }

        Assert.Throws<DamagedHistoryException>(() => PointCodec.Decode(forms[1].Bytes));
    }

    /// <summary>Content that has a right checksum, and that no server writes.</summary>
    [Theory]
    [InlineData("00", "no room")]
    [InlineData("05 00", "no room")]
    [InlineData("ffffffffffffffffffff01 00 00 00", "too long")]
    [InlineData("ffffffffffffffffff02 00 00 00", "too long")]
    [InlineData("8100 02 00 00 80", "too long")]
    [InlineData("01 02 00 00 80 00", "1 bytes more")]
    [InlineData("01 02 00 00 88", "unknown form")]
    [InlineData("01 02 00 00 60 0001", "too long")]
    [InlineData("01 02 00 00 60 01", "cut off")]
    [InlineData("02 02 00 00 80 00 00 80", "not in its order")]
    [InlineData("02 02 00 00 80 00 01 80", "not in its order")]
    public void Decode_ContentThatNobodyWrites_IsRefused(string content, string reason)
    {
        byte[] bytes = [(byte)HistoryFormat.Points, .. Convert.FromHexString(content.Replace(" ", "", StringComparison.Ordinal))];
        byte[] whole = [.. bytes, .. BitConverter.GetBytes(HistoryBytes.Checksum(bytes))];
        Assert.Contains(reason, Assert.Throws<DamagedHistoryException>(() => PointCodec.Decode(whole)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ANewerVersion_SaysSo()
    {
        var bytes = PointCodec.Encode([new HistoryPoint(1, 2, 3)]);
        bytes[0]++;
        var error = Assert.Throws<DamagedHistoryException>(() => PointCodec.Decode(bytes));
        Assert.Contains("A newer version of the server may have written it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checksum_IsCrc32C() => Assert.Equal(0xE3069283, HistoryBytes.Checksum(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void Place_AnyPoints_SortAsThePoints() => Prop.ForAll(AnyPoint.ToArbitrary(), AnyPoint.ToArbitrary(), (one, other) =>
    {
        var (place, next) = (HistoryPlace.Of(one), HistoryPlace.Of(other));
        return Math.Sign(one.CompareTo(other)) == Math.Sign(place.CompareTo(next))
            && Math.Sign(place.CompareTo(next)) == Math.Sign(string.CompareOrdinal(place.ToString(), next.ToString()))
            && HistoryPlace.TryParse(place.ToString(), out var back) && back == place
            && (place == HistoryPlace.First || place.Previous().CompareTo(place) < 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("00000000000000000000000000000000000000000000000G")]
    [InlineData("00000000000000000000000000000000000000000000000A")]
    [InlineData("0000000000000000000000000000000000000000000000000")]
    public void Place_OtherText_IsRefused(string text) => Assert.False(HistoryPlace.TryParse(text, out _));

    private static (long, long, long) BitsOf(HistoryPoint point) =>
        (point.Timestamp, point.Step, BitConverter.DoubleToInt64Bits(point.Value));
}
