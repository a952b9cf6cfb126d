using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;
using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

/// <summary>Whatever the bytes are, reading ends in a value or in an <see cref="ItemFormatException"/>.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 20_000;
    private const int MostJsonDepth = 88;
    private static readonly byte[] Everything = Encoding.UTF8.GetBytes(
        """{"s":{"S":"a\u00e9\ud83d\ude00\n"},"n":{"N":"-1.5E+3"},"b":{"B":"AQI="},"t":{"BOOL":true},"f":{"BOOL":false}""" +
        ""","z":{"NULL":true},"l":{"L":[{"S":"x"},{"L":[]},{"M":{}}]},"m":{"M":{"k":{"N":"1"}}},"ss":{"SS":["a","b"]}""" +
        ""","ns":{"NS":["1","2"]},"bs":{"BS":["AQ==","Ag=="]},"é":{"S":""}}""");

    [Fact]
    public void Text_CutAnywhere_IsAFormatError()
    {
        foreach (var json in Samples())
        {
            for (var length = 0; length < json.Length; length++)
            {
                var cut = json.AsSpan(0, length).ToArray();
                Assert.Throws<ItemFormatException>(() => ReadAny(cut));
                Assert.Throws<ItemFormatException>(() => Skip(cut));
                Assert.Throws<ItemFormatException>(() => DynamoJson.Deserialize<Order>(cut));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Text_Mangled_IsAValueOrAFormatError(int seed)
    {
        var random = new Random(seed);
        var samples = Samples().ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var json = Mangle(random, samples[random.Next(samples.Length)]);
            EndsInAValueOrAFormatError(json, static json => ReadAny(json));
            EndsInAValueOrAFormatError(json, static json => DynamoJson.Deserialize<Order>(json));
            Assert.Equal(IsJson(json), EndsInAValueOrAFormatError(json, Skip));
        }
    }

    [Fact]
    public void Text_OfRandomTokens_IsAValueOrAFormatError()
    {
        var random = new Random(4);
        string[] tokens =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\"S\"", "\"N\"", "\"M\"", "\"L\"", "\"SS\"", "\"NULL\"", "\"orderId\"", "true", "null",
            "1", "-0.5e3", "01", " ", "\n", "\\", "\0", "é", "{\"S\":\"a\"}", "{\"L\":["
        ];
        for (var round = 0; round < Rounds; round++)
        {
            var json = Encoding.UTF8.GetBytes(
                string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => tokens[random.Next(tokens.Length)])));
            EndsInAValueOrAFormatError(json, static json => ReadAny(json));
            EndsInAValueOrAFormatError(json, static json => DynamoJson.Deserialize<Order>(json));
            EndsInAValueOrAFormatError(json, static json => KeyValueOf(json));
            Assert.Equal(IsJson(json), EndsInAValueOrAFormatError(json, Skip));
        }
    }

    [Fact]
    public void EveryAttribute_OfEveryType_IsAValueOrAFormatError()
    {
        var values = JsonDocument.Parse(Everything).RootElement.EnumerateObject()
            .Select(static attribute => attribute.Value.GetRawText()).Append("1").Append("{}").Append("{\"X\":1}").ToArray();
        var order = JsonDocument.Parse(DynamoJson.Serialize(Order.Example)).RootElement;
        foreach (var attribute in order.EnumerateObject())
        {
            foreach (var value in values)
            {
                var changed = order.EnumerateObject().Select(
                    other => $"\"{other.Name}\":{(other.Name == attribute.Name ? value : other.Value.GetRawText())}");
                var json = Encoding.UTF8.GetBytes($"{{{string.Join(',', changed)}}}");
                EndsInAValueOrAFormatError(json, json =>
                {
                    try
                    {
                        DynamoJson.Deserialize<Order>(json);
                    }
                    catch (ItemFormatException exception)
                    {
                        Assert.StartsWith(attribute.Name, exception.AttributeName, StringComparison.Ordinal);
                        Assert.Equal(typeof(Order), exception.ItemType);
                        throw;
                    }
                });
            }
        }
    }

    [Fact]
    public void Attribute_GivenTwice_CountsTheLastTime()
    {
        var address = DynamoJson.Deserialize<Address>("""{"street":{"S":"a"},"city":{"S":"b"},"street":{"S":"c"}}""");
        Assert.Equal("c", address.Street);
        Assert.Throws<ItemFormatException>(() => DynamoJson.Deserialize<Address>("""{"street":{"S":"a","S":"b"},"city":{"S":"b"}}"""));
    }

    [Theory]
    [InlineData("{\"L\":[")]
    [InlineData("{\"M\":{\"a\":")]
    [InlineData("{\"a\":{\"L\":[{\"M\":")]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"SS\":[")]
    public void Nesting_WithoutEnd_IsAFormatError(string opening)
    {
        var json = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, 100_000)));
        Assert.Throws<ItemFormatException>(() => ReadValue(json));
        Assert.Throws<ItemFormatException>(() => Skip(json));
        Assert.Throws<ItemFormatException>(() => DynamoJson.Deserialize<Tree>(json));
    }

    [Fact]
    public void Nesting_AsDeepAsDynamoDbGoes_IsRead()
    {
        var tree = new Tree();
        for (var level = 1; level < 32 / 2; level++)
            tree = new Tree { Children = [tree] };

        Assert.Equal(16, DynamoJson.Deserialize<Tree>(DynamoJson.Serialize(tree)).Depth);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("0.")]
    [InlineData("1e")]
    [InlineData("-")]
    public void Number_OfAMillionDigits_IsAValueOrAFormatError(string start)
    {
        foreach (var digit in "019")
        {
            var json = Encoding.UTF8.GetBytes($$"""{"N":"{{start}}{{new string(digit, 1_000_000)}}"}""");
            EndsInAValueOrAFormatError(json, static json => Read<NumberConverter<int>, int>(json));
            EndsInAValueOrAFormatError(json, static json => Read<NumberConverter<Int128>, Int128>(json));
            EndsInAValueOrAFormatError(
                json, static json => Read<NumberConverter<System.Numerics.BigInteger>, System.Numerics.BigInteger>(json));
            EndsInAValueOrAFormatError(json, static json => Read<DecimalConverter, decimal>(json));
            EndsInAValueOrAFormatError(json, static json => Read<DoubleConverter, double>(json));
            EndsInAValueOrAFormatError(json, static json => Read<TimeSpanConverter, TimeSpan>(json));
            EndsInAValueOrAFormatError(json, static json => Read<EpochSecondsConverter, DateTimeOffset>(json));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0x5C, 0x6E })]
    public void String_OfInvalidUtf8_IsAFormatError(byte[] invalid)
    {
        Assert.Throws<ItemFormatException>(() => Read<StringConverter, string>([.. "{\"S\":\"a"u8, .. invalid, .. "\"}"u8]));
        Assert.Throws<ItemFormatException>(() => Read<StringSetConverter, HashSet<string>>([.. "{\"SS\":[\"a"u8, .. invalid, .. "\"]}"u8]));
        Assert.Throws<ItemFormatException>(() => Read<DictionaryConverter<string, StringConverter>, Dictionary<string, string>>(
            [.. "{\"M\":{\""u8, .. invalid, .. "\":{\"S\":\"\"}}}"u8]));
        Assert.Throws<ItemFormatException>(() => Read<CharConverter, char>([.. "{\"S\":\""u8, .. invalid, .. "\"}"u8]));
    }

    private static IEnumerable<byte[]> Samples()
    {
        yield return Everything;
        yield return DynamoJson.SerializeToUtf8Bytes(Order.Example);
        using var document = JsonDocument.Parse(DynamoJson.Serialize(Order.Example));
        yield return JsonSerializer.SerializeToUtf8Bytes(document, new JsonSerializerOptions { WriteIndented = true });
    }

    private static byte[] Mangle(Random random, byte[] json)
    {
        var bytes = json.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(20, bytes.Count - at) + 1);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = "{}[]\",:\\ 0SNtn\u007f"u8[random.Next(15)];
                    break;
                case 2:
                    bytes.Insert(at, "{}[]\",:\\ 0SNtn\u007f"u8[random.Next(15)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.Reverse(at, length);
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool IsJson(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostJsonDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool EndsInAValueOrAFormatError(byte[] json, Action<byte[]> read)
    {
        try
        {
            read(json);
            return true;
        }
        catch (ItemFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            return false;
        }
    }

    private static Dictionary<string, AttributeValue> ReadAny(byte[] json)
    {
        var reader = new ItemReader(json);
        var attributes = AttributeValues.ReadMap(ref reader);
        reader.ReadEnd();
        return attributes;
    }

    private static AttributeValue ReadValue(byte[] json) => Read<AttributeValueConverter, AttributeValue>(json);

    private static KeyValue KeyValueOf(byte[] json)
    {
        var reader = new ItemReader(json);
        return KeyValue.Read(ref reader);
    }

    private static T Read<TConverter, T>(byte[] json)
        where TConverter : IAttributeConverter<T>
    {
        var reader = new ItemReader(json);
        var value = TConverter.Read(ref reader);
        reader.ReadEnd();
        return value;
    }

    private static void Skip(byte[] json)
    {
        var reader = new ItemReader(json);
        reader.SkipValue();
        reader.ReadEnd();
    }
}
