using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Tests.Values;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Requests;

/// <summary>The two readers of items agree: the one that checks bytes and the one that makes values.</summary>
public sealed class ItemScannerTests
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    [Fact]
    public void AnyItem_PlainlyWritten_IsTakenAsItIs() => Any.Holds(Items.All.Where(IsUsual), static item =>
    {
        var json = RequestJson.Of(item, 0, isPlain: true);

        var scanned = ItemScanner.TryRead(Encoding.UTF8.GetBytes(json), out _);

        Assert.NotNull(scanned);
        AssertSame(item, scanned);
    });

    [Fact]
    public void AnyItem_WrittenAsClientsMay_IsReadLikeByTheOtherReader()
    {
        var taken = 0;
        Any.Holds(Items.All.Zip(Gen.Choose(0, int.MaxValue)), drawn =>
        {
            var json = RequestJson.Of(drawn.Item1, drawn.Item2);

            if (ItemScanner.TryRead(Encoding.UTF8.GetBytes(json), out _) is { } scanned)
            {
                AssertSame(Read(json), scanned);
                taken++;
            }

            AssertSame(drawn.Item1, Read(json));
        });
        Assert.InRange(taken, 100, 1000);
    }

    // Any byte of an item is replaced by one that may mean something else. Requests that are not UTF-8 never come here.
    [Fact]
    public void AnyItem_Damaged_IsTakenOnlyIfTheOtherReaderTakesIt()
    {
        var random = new Random(1);
        Any.Holds(Items.All, item =>
        {
            var json = Encoding.UTF8.GetBytes(RequestJson.Of(item, random.Next(), isPlain: random.Next(2) == 0));
            for (var i = 0; i < 20; i++)
            {
                byte[] damaged = [.. json];
                damaged[random.Next(json.Length)] = "\"\\{}[],:0-.eSNBMLtn =\u001f"u8[random.Next(21)];
                if (Utf8.IsValid(damaged) && ItemScanner.TryRead(damaged, out var length) is { } scanned)
                    AssertSame(Read(Encoding.UTF8.GetString(damaged, 0, length)), scanned);
            }
        });
    }

    [Theory]
    [InlineData("""{"a":{"N":"-0"}}""", """{"a":{"N":"0"}}""")]
    [InlineData("""{"a":{"N":"1.50"}}""", """{"a":{"N":"1.5"}}""")]
    [InlineData("""{"a":{"N":"1e2"}, "b":{"S":"\u0041\/\ud83d\ude00"}}""", """{"a":{"N":"100"},"b":{"S":"A/😀"}}""")]
    [InlineData("""{"a":{"M":{ }},"b":{"L":[ ]}}""", """{"a":{"M":{}},"b":{"L":[]}}""")]
    [InlineData("""{"a":{"S":"\u0000\u001f\n\"\\"}}""", """{"a":{"S":"\u0000\u001f\n\"\\"}}""")]
    public void Unusual_IsRewritten(string json, string kept) =>
        Assert.Equal(kept, Encoding.UTF8.GetString(ItemScanner.TryRead(Encoding.UTF8.GetBytes(json), out _)!.Wire));

    [Theory]
    [InlineData("""{"a":{"S":"x"},"a":{"S":"y"}}""")]
    [InlineData("""{"a":{"S":null}}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":{"SS":[]}}""")]
    [InlineData("""{"a":{"SS":["x","x"]}}""")]
    [InlineData("""{"a":{"NS":["1","1"]}}""")]
    [InlineData("""{"a":{"NS":["1","1.0"]}}""")]
    [InlineData("""{"a":{"BS":["AA==","AB=="]}}""")]
    [InlineData("""{"a":{"B":"AB=="}}""")]
    [InlineData("""{"a":{"B":"A"}}""")]
    [InlineData("""{"a":{"S":"x","N":"1"}}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":{"X":"x"}}""")]
    [InlineData("""{"a":{"N":1}}""")]
    [InlineData("""{"a":{"N":"1e126"}}""")]
    [InlineData("""{"a":{"N":""}}""")]
    [InlineData("""{"a":{"N":"123456789012345678901234567890123456789"}}""")]
    [InlineData("""{"a":{"NULL":false}}""")]
    [InlineData("""{"a":{"BOOL":"true"}}""")]
    [InlineData("""{"a":{"S":"\ud83d"}}""")]
    [InlineData("""{"":{"S":"x"}}""")]
    public void WrongOrRare_IsLeftToTheOtherReader(string json) => Assert.Null(ItemScanner.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void AnyItem_ReadFromItsBytes_IsTheSame() => Any.Holds(Items.All, static item =>
    {
        var wire = new MapValue(Bytes(item), item.ItemSize);

        foreach (var (name, value) in item.Members)
            Assert.True(wire.Get(name)!.SameAs(value));
        Assert.Null(wire.Get("not there"));
        AssertSame(item, wire);
        Assert.Equal(item.Members.Keys, wire.Members.Keys);
        using var document = JsonDocument.Parse(Bytes(item), Deep);
        AssertSame(item, ValueReader.ReadMap(document.RootElement));
    });

    [Fact]
    public void AnyNumber_InPlainNotation_IsMeasuredAndRead() => Any.Holds(Numbers.Texts, static text =>
    {
        var number = NumberText.Parse(text);
        var plain = Encoding.UTF8.GetBytes(number.ToString());

        Assert.True(PlainNumber.TryMeasure(plain, out var size));
        Assert.Equal(number.Size, size);
        Assert.Equal(number, NumberText.ParsePlain(plain));
        Assert.Equal(text == number.ToString(), PlainNumber.TryMeasure(Encoding.UTF8.GetBytes(text), out _));
    });

    // Names with escapes, long sets and many names are rare enough for the other reader.
    private static bool IsUsual(MapValue item) => item.Members.Count <= 64
        && item.Members.All(static member => HasNoEscapes(member.Key) && member.Key.Length <= 80 && IsUsual(member.Value));

    private static bool HasNoEscapes(string text) => !text.Any(static unit => unit is < ' ' or '"' or '\\');

    private static bool IsUsual(Value value) => value switch
    {
        SetValue set => set.Elements.Length <= 32
            && set.Elements.All(static element => element is not StringValue { Text: var text } || HasNoEscapes(text)),
        ListValue list => list.Elements.All(IsUsual),
        MapValue map => IsUsual(map),
        _ => true,
    };

    private static MapValue Read(string json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        try
        {
            return ValueReader.ReadMap(document.RootElement);
        }
        catch (DynamoError error)
        {
            throw new Xunit.Sdk.XunitException($"{error.Message}: {json}");
        }
    }

    private static void AssertSame(MapValue expected, MapValue actual)
    {
        Assert.Equal(Encoding.UTF8.GetString(Bytes(expected)), Encoding.UTF8.GetString(Bytes(actual)));
        Assert.Equal(expected.ItemSize, actual.ItemSize);
        Assert.True(expected.SameAs(actual));
        Assert.True(actual.SameAs(expected));
    }

    private static byte[] Bytes(MapValue map)
    {
        using var buffer = WireBuffer.Rent();
        map.WriteTo(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
