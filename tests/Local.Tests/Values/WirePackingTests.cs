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
    public void AnyAttribute_IsFoundInThePackedItem_OrCannotBeSeenThere() => Any.Holds(Items.All, static item =>
    {
        using var buffer = WireBuffer.Rent();
        item.WriteTo(buffer);
        var fragments = new WireFragments();
        for (var time = 0; time < 2; time++)
            Pack(fragments, buffer.WrittenSpan);
        var packed = Pack(fragments, buffer.WrittenSpan);
        foreach (var name in item.Members.Keys.Append("S").Append("M").Append("none"))
        {
            if (!WirePacking.TryFindScalar(fragments, packed, WireText.Escape(name), out var kind, out var content))
                continue;
            if (item.TryGet(name, out var expected))
                Assert.True(expected.SameAs(WireReader.ReadContent(kind!.Value, content)));
            else
                Assert.Null(kind);
        }
    });

    [Theory]
    [InlineData("""{"a":{"S":"x"},"b":{"M":{"c":{"S":"y"}}},"c":{"N":"1"}}""", "c", "1")]
    [InlineData("""{"a":{"M":{"b":{"S":"x"}}},"c":{"S":"y"}}""", "b", null)]
    [InlineData("""{"S":{"S":"S"},"N":{"SS":["a","N"]},"B":{"S":"b"}}""", "B", "b")]
    [InlineData("""{"a":{"S":"x"},"l":{"L":[{"S":"y"},{"M":{"e":{"N":"2"}}},{"L":[]}]},"e":{"S":"z"}}""", "e", "z")]
    [InlineData("""{"a":{"S":"x"},"\"":{"S":"y"}}""", "\\\"", "y")]
    [InlineData("""{"a":{"BOOL":true},"b":{"S":"x"}}""", "b", "x")]
    public void Attribute_OfTheItemItself_IsFound(string json, string name, string? expected)
    {
        var fragments = new WireFragments();
        var wire = Encoding.UTF8.GetBytes(json);

        // Not by packing twice: a fragment gets no number then if it shares its place of sightings with another one.
        Assert.True(fragments.TryAdopt([.. FragmentsOf(wire).Distinct().Select(Encoding.UTF8.GetBytes)]));
        var packed = Pack(fragments, wire);
        Assert.True(WirePacking.TryFindScalar(fragments, packed, Encoding.UTF8.GetBytes(name), out var kind, out var content));
        Assert.Equal(expected, kind is null ? null : Encoding.UTF8.GetString(content));
    }

    private static IEnumerable<string> FragmentsOf(byte[] wire)
    {
        var place = 0;
        while (true)
        {
            var end = WirePacking.EndOfFragment(wire, place);
            yield return Encoding.UTF8.GetString(wire.AsSpan(place, end - place));
            if (end == wire.Length)
                yield break;
            place = WireText.EndOf(wire, end);
        }
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
