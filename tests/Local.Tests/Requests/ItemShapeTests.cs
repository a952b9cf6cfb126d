using System.Text;
using System.Text.Unicode;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Tests.Values;

namespace DynamoToolkit.Local.Tests.Requests;

/// <summary>What a known shape takes, the reader of all shapes takes as well.</summary>
public sealed class ItemShapeTests
{
    private const string Known = """
        {"p":{"S":"a"},"n":{"N":"1.5"},"t":{"BOOL":true},"s":{"SS":["x","y","é"]},"l":{"L":[{"N":"7"},{"NULL":true}]},"e":{"NS":["1","2"]}}
        """;

    private const string Alike = """
        {"p":{"S":"é"},"n":{"N":"-2"},"t":{"BOOL":true},"s":{"SS":["","y","x"]},"l":{"L":[{"N":"0"},{"NULL":true}]},"e":{"NS":["3","2"]}}
        """;

    [Theory]
    [InlineData("")]
    [InlineData(""","more":1}""")]
    public void SameShape_IsTaken(string rest)
    {
        var bytes = Encoding.UTF8.GetBytes(Alike + rest);
        var expected = ItemScanner.TryRead(bytes, out var expectedLength)!;

        Assert.True(Shape().TryMatch(bytes, out var length, out var size));

        Assert.Equal((expectedLength, expected.ItemSize), (length, size));
    }

    [Theory]
    [InlineData("\"a\"", "\"a\\n\"")]
    [InlineData("\"a\"", "\"\u0001\"")]
    [InlineData("\"1.5\"", "\"1.50\"")]
    [InlineData("\"1.5\"", "\"x\"")]
    [InlineData("\"y\"", "\"x\"")]
    [InlineData("\"y\"", "\"é\"")]
    [InlineData("\"2\"", "\"1\"")]
    [InlineData("true", "false")]
    [InlineData("\"p\"", "\"q\"")]
    [InlineData("]}}", "]}")]
    public void AnythingElse_IsNot(string part, string other)
    {
        var json = Known.Replace(part, other, StringComparison.Ordinal);
        Assert.NotEqual(Known, json);

        Assert.False(Shape().TryMatch(Encoding.UTF8.GetBytes(json), out _, out _));
    }

    [Theory]
    [InlineData("""{"a":{"B":"AA=="}}""")]
    [InlineData("""{"a":{"BS":["AA=="]}}""")]
    [InlineData("""{"a":{"S":"\n"}}""")]
    public void Rare_HasNoShape(string json)
    {
        var item = ItemScanner.TryRead(Encoding.UTF8.GetBytes(json), out _)!;

        Assert.Null(ItemShape.Of(item.Wire, item.ItemSize));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(5000, false)]
    public void ManyElements_HaveNoShapeThatTakesMuchMemory(int count, bool hasShape)
    {
        var elements = string.Join(',', Enumerable.Repeat("""{"BOOL":true}""", count));
        var item = ItemScanner.TryRead(Encoding.UTF8.GetBytes($$"""{"a":{"L":[{{elements}}]} }"""), out _)!;

        Assert.Equal(hasShape, ItemShape.Of(item.Wire, item.ItemSize) is not null);
    }

    [Fact]
    public void AnyItem_DamagedOrNot_IsTakenOnlyAsTheScannerTakesIt()
    {
        var (random, taken, shapes) = (new Random(1), 0, new KnownShapes());
        Any.Holds(Items.All, item =>
        {
            var json = Encoding.UTF8.GetBytes(RequestJson.Of(item, random.Next(), isPlain: true));
            for (var i = 0; i < 20; i++)
            {
                byte[] damaged = [.. json];
                if (i > 0)
                    damaged[random.Next(json.Length)] = "\"\\{}[],:0-.eSNBMLtn =\u001f"u8[random.Next(21)];
                if (!Utf8.IsValid(damaged) || ItemScanner.TryRead(json, out _) is not { } known)
                    continue;

                var expected = ItemScanner.TryRead(damaged, out var expectedLength);
                if (ItemShape.Of(known.Wire, known.ItemSize) is { } shape && shape.TryMatch(damaged, out var length, out var size))
                {
                    Assert.Equal((expectedLength, expected!.ItemSize), (length, size));
                    Assert.Equal(damaged[..length], expected.Wire.ToArray());
                    taken++;
                }

                var read = shapes.TryRead(damaged, out var readLength);
                Assert.Equal(expected?.ItemSize, read?.ItemSize);
                if (expected is not null)
                {
                    Assert.Equal(expectedLength, readLength);
                    Assert.Equal(expected.Wire.ToArray(), read!.Wire.ToArray());
                }
            }
        });
        Assert.True(taken > 100, $"Only {taken} items had a known shape.");
    }

    private static ItemShape Shape()
    {
        var item = ItemScanner.TryRead(Encoding.UTF8.GetBytes(Known), out _)!;
        return ItemShape.Of(item.Wire, item.ItemSize)!;
    }
}
