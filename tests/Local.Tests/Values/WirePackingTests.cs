using System.Text;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Tests.Values;

/// <summary>What is packed comes back byte for byte.</summary>
public class WirePackingTests
{
    [Fact]
    public void AnyItem_PackedAgainAndAgain_IsTheSame() => Any.Holds(Items.All, static item =>
    {
        using var buffer = WireBuffer.Rent();
        item.WriteTo(buffer);

        // A fragment has no number the first time, gets one the second time, and is guessed the third time.
        var fragments = new WireFragments();
        for (var time = 0; time < 3; time++)
        {
            var packed = Pack(fragments, buffer.WrittenSpan);
            Assert.True(WirePacking.Unpack(fragments, packed).AsSpan().SequenceEqual(buffer.WrittenSpan));
            Assert.Equal(buffer.Length, WirePacking.LengthOf(packed));
        }

        AssertSame(item, new MapValue(Pack(WireFragments.Shared, buffer.WrittenSpan), item.ItemSize, isPacked: true));
    });

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"packed":{"S":""}}""")]
    [InlineData("""{"packed":{"BOOL":true}}""")]
    [InlineData("""{"packed":{"S":"\":{\"S\":\""},"\"}}":{"N":"1"}}""")]
    [InlineData("""{"packed":{"L":[]},"more":{"M":{}}}""")]
    [InlineData("""{"packed":{"SS":["a","","b"]}}""")]
    [InlineData("""{"packed":{"S":"x"}}""")]
    [InlineData("""{"packed":{"S":"x"},"and":{"S":"}}"}}""")]
    public void Edges_AreTheSame(string json)
    {
        var fragments = new WireFragments();
        var wire = Encoding.UTF8.GetBytes(json);
        for (var time = 0; time < 3; time++)
            Assert.Equal(json, Encoding.UTF8.GetString(WirePacking.Unpack(fragments, Pack(fragments, wire))));
    }

    [Fact]
    public void ManyEmptyContentsBetweenNewFragments_FitIntoTheMaximum()
    {
        var names = Enumerable.Range(0, 3000).Select(static i => $$$$"""{"M":{"{{{{i:x}}}}":{"S":""}}}""");
        var wire = Encoding.UTF8.GetBytes($$$"""{"l":{"L":[{{{string.Join(',', names)}}}]}}""");

        var fragments = new WireFragments();
        Assert.Equal(wire, WirePacking.Unpack(fragments, Pack(fragments, wire)));
    }

    [Fact]
    public void ItemsOfOneShape_TakeLittleMoreThanTheirContents_AndMoreFragmentsThanAreKeptDoNoHarm()
    {
        var fragments = new WireFragments();
        byte[] Shaped(int i) => Encoding.UTF8.GetBytes(
            $$$"""{"customer of a shop":{"S":"customer {{{i}}}"},"number of the order":{"N":"{{{i}}}"},"is paid":{"BOOL":true}}""");
        for (var i = 0; i < 3; i++)
            Pack(fragments, Shaped(i));
        Assert.InRange(Pack(fragments, Shaped(4)).Length, 1, "customer 4".Length + 12);

        for (var i = 0; i < 20_000; i++)
        {
            var wire = Encoding.UTF8.GetBytes($$$"""{"name {{{i / 2}}}":{"S":"x"}}""");
            Assert.Equal(wire, WirePacking.Unpack(fragments, Pack(fragments, wire)));
        }

        Assert.Equal(Shaped(5), WirePacking.Unpack(fragments, Pack(fragments, Shaped(5))));
        Assert.InRange(Pack(fragments, Shaped(5)).Length, 1, "customer 5".Length + 12);
    }

    private static byte[] Pack(WireFragments fragments, ReadOnlySpan<byte> wire)
    {
        var packed = new byte[WirePacking.MaxLength(wire.Length)];
        return packed[..WirePacking.Pack(fragments, wire, packed)];
    }

    private static void AssertSame(MapValue expected, MapValue actual)
    {
        Assert.True(expected.SameAs(actual));
        Assert.True(actual.SameAs(expected));
        foreach (var (name, value) in expected.Members)
            Assert.True(actual.Get(name)!.SameAs(value));
        Assert.Equal(expected.Count, actual.Count);
    }
}
