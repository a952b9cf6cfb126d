using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class ItemReaderTests
{
    [Fact]
    public void Values_InOtherFormsThanTheServices_AreRead()
    {
        Assert.Equal("a/b", Roundtrip.Read<string, StringConverter>(""" { "\u0053" : "a\/b" } """));
        Assert.Equal(-12, Roundtrip.Read<int, NumberConverter<int>>("""{"\u004e":"\u002d12"}"""));
        Assert.True(Roundtrip.Read<bool, BooleanConverter>("{\t\"BOOL\"\r\n: true}"));
        Assert.Null(Roundtrip.Read<string?, NullableReferenceConverter<string, StringConverter>>("""{"\u004eULL": true }"""));
        Assert.Null(Roundtrip.Read<int?, NullableConverter<int, NumberConverter<int>>>("""{ "NULL":true}"""));
        Assert.Equal(7, Roundtrip.Read<int?, NullableConverter<int, NumberConverter<int>>>("""{ "N":"7"}"""));
        Assert.Equal([0xFB, 0xFF], Roundtrip.Read<byte[], BytesConverter>("""{"B":"\u002b\/8\u003d"}"""));
        Assert.Equal([1, 2, 3], Roundtrip.Read<byte[], BytesConverter>("{\"B\":\"AQ\\nID\"}"));
        Assert.Equal(
            ["a", "\n"], Roundtrip.Read<List<string>, ListConverter<string, StringConverter>>("""{ "L" : [ {"S":"a"} , {"S":"\n"} ] }"""));
        Assert.Equal([1, 2], Roundtrip.Read<HashSet<int>, NumberSetConverter<int, NumberConverter<int>>>("""{ "NS" : [ "1" , "2" ] }"""));
    }

    [Theory]
    [InlineData("""{"NULL":false}""")]
    [InlineData("""{"NULL":1}""")]
    [InlineData("""{"NULL":true,"S":"a"}""")]
    [InlineData("""{"S":null}""")]
    [InlineData("""{"S":"a" "b"}""")]
    [InlineData("""{"S" "a"}""")]
    [InlineData("""{"S":"\x"}""")]
    [InlineData("""{"S":"\u12g4"}""")]
    [InlineData("""{"S":"\ud83d\n"}""")]
    [InlineData("""{"S":"\ude00"}""")]
    [InlineData("{\"S\":\"a\tb\"}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"s":"a"}""")]
    public void String_InNoValidForm_IsAFormatError(string json)
        => Assert.Throws<ItemFormatException>(() => Roundtrip.Read<string?, NullableReferenceConverter<string, StringConverter>>(json));

    [Theory]
    [InlineData("A")]
    [InlineData("AQ=")]
    [InlineData("A===")]
    [InlineData("AQ==AQ==")]
    [InlineData("====")]
    [InlineData("é")]
    public void Binary_ThatIsNoBase64_IsAFormatError(string text)
        => Assert.Throws<ItemFormatException>(() => Roundtrip.Read<byte[], BytesConverter>($$"""{"B":"{{text}}"}"""));

    [Fact]
    public void PlainJson_AroundItems_IsRead()
    {
        var reader = new ItemReader(
            """{"Text":"a\n","Count":12,"Units":-0.5E1,"Yes":true,"No":false,"None":null,"Raw": {"a":[1, 2]} ,"End":[]}"""u8);
        reader.BeginMap();

        Assert.Equal("Text", NextName(ref reader));
        Assert.Equal("a\n", reader.ReadJsonString());
        Assert.Equal("Count", NextName(ref reader));
        Assert.Equal(12, reader.ReadJsonNumber());
        Assert.Equal("Units", NextName(ref reader));
        Assert.Equal(-5, reader.ReadJsonNumber());
        Assert.Equal("Yes", NextName(ref reader));
        Assert.True(reader.ReadJsonBoolean());
        Assert.Equal("No", NextName(ref reader));
        Assert.False(reader.TryReadJsonNull());
        Assert.False(reader.ReadJsonBoolean());
        Assert.Equal("None", NextName(ref reader));
        Assert.True(reader.TryReadJsonNull());
        Assert.Equal("Raw", NextName(ref reader));
        Assert.Equal("""{"a":[1, 2]}""", Encoding.UTF8.GetString(reader.ReadRaw()));
        Assert.Equal("End", NextName(ref reader));
        reader.BeginArray();
        Assert.False(reader.NextArrayElement());
        Assert.False(reader.ReadName(out _));
        reader.ReadEnd();
    }

    [Fact]
    public void Tag_OfTheNextValue_IsSeenWithoutConsumingIt()
    {
        var reader = new ItemReader("""{"SS":["a"]}"""u8);

        Assert.Equal("SS", Encoding.UTF8.GetString(reader.PeekTag()));
        Assert.False(reader.TryReadNull());
        Assert.Equal('S', reader.BeginSet());
        Assert.True(reader.NextSetElement());
        Assert.Equal("a", reader.ReadString());
        Assert.False(reader.NextSetElement());
    }

    [Fact]
    public void Writer_WhoseBufferGrows_LosesNothing()
    {
        using var buffer = WireBuffer.Rent(1);
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMap();
        var long1 = new string('x', 10_000);
        var long2 = string.Concat(Enumerable.Repeat("\"é\n", 10_000));
        writer.WriteString(",\"a\":{\"S\":\""u8, long1);
        writer.WriteName("b\"");
        writer.WriteStringValue(long2);
        writer.WriteBinary(",\"c\":{\"B\":\""u8, new byte[50_000]);
        writer.EndMap(start);
        writer.Flush();

        var reader = new ItemReader(buffer.WrittenSpan);
        reader.BeginMap();
        Assert.Equal("a", NextName(ref reader));
        Assert.Equal(long1, reader.ReadString());
        Assert.Equal("b\"", NextName(ref reader));
        Assert.Equal(long2, reader.ReadString());
        Assert.Equal("c", NextName(ref reader));
        Assert.Equal(50_000, reader.ReadBytes().Length);
        Assert.False(reader.ReadName(out _));
        reader.ReadEnd();
    }

    private static string NextName(ref ItemReader reader)
    {
        Assert.True(reader.ReadName(out var name));
        return reader.TextOf(name);
    }
}
