using System.Numerics;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class ConverterTests
{
    [Fact]
    public void Scalars_Written_HaveDynamoDbForm()
    {
        Assert.Equal("""{"S":"a\"b\\c\n\u0000é"}""", Roundtrip.Write<string, StringConverter>("a\"b\\c\n\0é"));
        Assert.Equal("""{"BOOL":true}""", Roundtrip.Write<bool, BooleanConverter>(true));
        Assert.Equal("""{"N":"-42"}""", Roundtrip.Write<int, NumberConverter<int>>(-42));
        Assert.Equal("""{"N":"1.50"}""", Roundtrip.Write<decimal, DecimalConverter>(1.50m));
        Assert.Equal("""{"N":"0.1"}""", Roundtrip.Write<double, DoubleConverter>(0.1));
        Assert.Equal("""{"N":"0"}""", Roundtrip.Write<double, DoubleConverter>(-0.0));
        Assert.Equal("""{"N":"1.5"}""", Roundtrip.Write<TimeSpan, TimeSpanConverter>(TimeSpan.FromSeconds(1.5)));
        Assert.Equal(
            """{"S":"0f8fad5b-d9cb-469f-a165-70867728950e"}""",
            Roundtrip.Write<Guid, GuidConverter>(new Guid("0F8FAD5B-D9CB-469F-A165-70867728950E")));
        Assert.Equal(
            """{"S":"2026-11-20T13:05:00.0000000Z"}""",
            Roundtrip.Write<DateTime, DateTimeConverter>(new DateTime(2026, 11, 20, 13, 5, 0, DateTimeKind.Utc)));
        Assert.Equal(
            """{"S":"2026-11-20T13:05:00.0000000"}""", Roundtrip.Write<DateTime, DateTimeConverter>(new DateTime(2026, 11, 20, 13, 5, 0)));
        Assert.Equal(
            """{"S":"2026-11-20T12:05:00.0000000Z"}""",
            Roundtrip.Write<DateTimeOffset, DateTimeOffsetConverter>(new DateTimeOffset(2026, 11, 20, 13, 5, 0, TimeSpan.FromHours(1))));
        Assert.Equal("""{"S":"2026-11-20"}""", Roundtrip.Write<DateOnly, DateOnlyConverter>(new DateOnly(2026, 11, 20)));
        Assert.Equal("""{"B":"AQID"}""", Roundtrip.Write<byte[], BytesConverter>([1, 2, 3]));
        Assert.Equal("""{"NULL":true}""", Roundtrip.Write<int?, NullableConverter<int, NumberConverter<int>>>(null));
    }

    [Fact]
    public void Collections_Written_HaveDynamoDbForm()
    {
        Assert.Equal("""{"L":[]}""", Roundtrip.Write<List<string>, ListConverter<string, StringConverter>>([]));
        Assert.Equal("""{"L":[{"S":"a"},{"S":"b"}]}""", Roundtrip.Write<List<string>, ListConverter<string, StringConverter>>(["a", "b"]));
        Assert.Equal(
            """{"L":[{"L":[]},{"L":[{"N":"1"}]}]}""",
            Roundtrip.Write<List<List<int>>, ListConverter<List<int>, ListConverter<int, NumberConverter<int>>>>([[], [1]]));
        Assert.Equal("""{"SS":["a","b"]}""", Roundtrip.Write<HashSet<string>, StringSetConverter>(["a", "b"]));
        Assert.Equal("""{"NS":["1","2"]}""", Roundtrip.Write<HashSet<int>, NumberSetConverter<int, NumberConverter<int>>>([1, 2]));
        Assert.Equal("""{"BS":["AQ==","Ag=="]}""", Roundtrip.Write<HashSet<byte[]>, BinarySetConverter>([[1], [2]]));
        Assert.Equal("""{"NULL":true}""", Roundtrip.Write<HashSet<string>, StringSetConverter>([]));
        Assert.Equal("""{"M":{}}""", Roundtrip.Write<Dictionary<string, int>, DictionaryConverter<int, NumberConverter<int>>>([]));
        Assert.Equal(
            """{"M":{"a\"b":{"N":"1"}}}""",
            Roundtrip.Write<Dictionary<string, int>, DictionaryConverter<int, NumberConverter<int>>>(new() { ["a\"b"] = 1 }));
    }

    [Fact]
    public void Collections_ThroughTheWire_AreEqual()
    {
        List<string?> list = ["a", null, "", "ünï\n\"😀"];
        Assert.Equal(
            list, Roundtrip.Through<List<string?>, ListConverter<string?, NullableReferenceConverter<string, StringConverter>>>(list));
        Assert.Equal(
            Enumerable.Range(0, 100), Roundtrip.Through<int[], ArrayConverter<int, NumberConverter<int>>>([.. Enumerable.Range(0, 100)]));
        HashSet<string> set = ["a", "\"", "ü"];
        Assert.True(set.SetEquals(Roundtrip.Through<HashSet<string>, StringSetConverter>(set)));
        Assert.Contains([2], Roundtrip.Through<HashSet<byte[]>, BinarySetConverter>([[1], [2]]));
        var map = new Dictionary<string, HashSet<long>> { ["ü\n"] = [1], ["b"] = [] };
        var read = Roundtrip.Through<
            Dictionary<string, HashSet<long>>,
            DictionaryConverter<HashSet<long>, NumberSetConverter<long, NumberConverter<long>>>>(map);
        Assert.Equal(map.Keys, read.Keys);
        Assert.Equal([1L], read["ü\n"]);
        Assert.Empty(read["b"]);
    }

    [Theory]
    [InlineData("1E+2", 100)]
    [InlineData("100.0", 100)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("0.5E1", 5)]
    public void Integer_InAnyNotation_IsRead(string text, int expected)
        => Assert.Equal(expected, Roundtrip.Read<int, NumberConverter<int>>($$"""{"N":"{{text}}"}"""));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1E+10")]
    [InlineData("1E+999999999999")]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData("1 ")]
    public void Integer_ThatDoesNotFit_IsAFormatError(string text)
        => Assert.Throws<ItemFormatException>(() => Roundtrip.Read<int, NumberConverter<int>>($$"""{"N":"{{text}}"}"""));

    [Fact]
    public void Number_Of39Digits_IsRefused()
    {
        Assert.Throws<InvalidAttributeValueException>(
            () => Roundtrip.Write<BigInteger, NumberConverter<BigInteger>>(BigInteger.Pow(10, 38) + 1));
        Assert.Equal(
            """{"N":"99999999999999999999999999999999999999"}""",
            Roundtrip.Write<BigInteger, NumberConverter<BigInteger>>(BigInteger.Pow(10, 38) - 1));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<double, DoubleConverter>(1e126));
        Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<double, DoubleConverter>(double.NaN));
    }

    [Fact]
    public void Error_InANestedValue_NamesItsPath()
    {
        var exception = Assert.Throws<ItemFormatException>(() =>
        {
            var reader = new ItemReader("""{"Item":{"id":{"S":"1"},"tags":{"L":[{"S":"x"},{"N":"1"}]}}}"""u8);
            reader.BeginMap();
            reader.ReadName(out _);
            reader.BeginMap();
            reader.ReadName(out _);
            reader.SkipValue();
            reader.ReadName(out _);
            ListConverter<string, StringConverter>.Read(ref reader);
        });
        Assert.Equal("tags[1]", exception.AttributeName);
        Assert.Equal("String (S)", exception.Expected);
        Assert.Equal("Number (N)", exception.Found);

        var invalid = Assert.Throws<InvalidAttributeValueException>(() =>
        {
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            writer.WriteRaw("{\"Item\":"u8);
            writer.BeginMap();
            writer.WriteString(",\"id\":{\"S\":\""u8, "1");
            writer.WriteString(",\"name\":{\"S\":\""u8, "\ud800");
        });
        Assert.Equal("name", invalid.AttributeName);
    }

    [Fact]
    public void String_OfEveryCodePoint_IsWhatJsonSays()
    {
        foreach (var start in Enumerable.Range(0, 0x110).Select(block => block * 0x1000))
        {
            var text = string.Concat(
                Enumerable.Range(start, 0x1000).Where(static point => point is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));
            var json = Roundtrip.Write<string, StringConverter>(text);
            Assert.Equal(text, JsonDocument.Parse(json).RootElement.GetProperty("S").GetString());
            Assert.Equal(text, Roundtrip.Read<string, StringConverter>(json));
            Assert.Equal(text, Roundtrip.Read<string, StringConverter>(JsonSerializer.Serialize(new { S = text })));
        }
    }
}
