using System.Text;
using DynamoToolkit.Runtime.Tests.Wire.Samples;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class ErrorPathTests
{
    [Theory]
    [InlineData("""{"street":{"N":"1"}}""", "street", "Number (N)")]
    [InlineData("""{ "street" : { "N" : "1" } }""", "street", "Number (N)")]
    [InlineData("""{"street":{"S":"a"},"city":{"L":[]}}""", "city", "List (L)")]
    [InlineData("""{"street":{"S":"a"},"city":{"S":"b"},"floor":{"N":"1.5"}}""", "floor", "'1.5'")]
    [InlineData("""{"street":{"S":"a"},"city":{"S":"b"},"floor":{"S":"1"}}""", "floor", "String (S)")]
    [InlineData("""{"street":{"S":"a"},"city":{"S":1}}""", "city", "'1}}' at byte 32")]
    [InlineData("""{"street":{"S":"a"},"city":{"S":"\ud800"}}""", "city", "''")]
    [InlineData("""{"street":{"S":"a"},"city":"b"}""", "city", "'\"b\"}' at byte 27")]
    [InlineData("""{"S":{"N":"1"},"street":{"NULL":true}}""", "street", "NULL")]
    public void Reading_WhatDoesNotFit_NamesAttributeAndFound(string json, string path, string found)
    {
        var exception = ReadingFails(json);

        Assert.Equal(path, exception.AttributeName);
        Assert.Equal(typeof(Address), exception.ItemType);
        if (found != "''")
            Assert.Equal(found, exception.Found);
    }

    [Fact]
    public void Reading_WithinAResponse_NamesThePathFromTheItem()
    {
        var exception = Assert.Throws<ItemFormatException>(() =>
        {
            var reader = new ItemReader("""{"Count":1,"Items":[{"street":{"S":"a"},"city":{"S":"b"}},{"street":{"BOOL":true}}]}"""u8);
            reader.BeginMap();
            reader.ReadName(out _);
            reader.SkipValue();
            reader.ReadName(out _);
            reader.BeginArray();
            while (reader.NextArrayElement())
                reader.ReadItem<Address>();
        });

        Assert.Equal("street", exception.AttributeName);
    }

    [Fact]
    public void Writing_WhatIsRefused_NamesThePath()
    {
        Assert.Equal("city", WritingFails(static (ref ItemWriter writer) =>
        {
            writer.WriteRaw("{\"TableName\":\"t\",\"Item\":"u8);
            Address.WriteMap(ref writer, new Address { Street = "a", City = "\udc00" });
        }));
        Assert.Equal("shipTo.city", WritingFails(static (ref ItemWriter writer) =>
            Order.WriteMap(ref writer, Order.Example with { ShipTo = new Address { Street = "a", City = "\udc00" } })));
        Assert.Equal(
            "lines[1]",
            WritingFails(static (ref ItemWriter writer) => Order.WriteMap(ref writer, Order.Example with { Lines = ["a", "\udc00"] })));
        Assert.Equal(
            "lines[2]",
            WritingFails(static (ref ItemWriter writer) => Order.WriteMap(ref writer, Order.Example with { Lines = ["a", "b", null!] })));
        Assert.Equal(
            "tags",
            WritingFails(static (ref ItemWriter writer) => Order.WriteMap(ref writer, Order.Example with { Tags = ["a", "\udc00"] })));
        Assert.Equal("a.b[1][0]", WritingFails(static (ref ItemWriter writer) =>
        {
            var start = writer.BeginMap();
            writer.WriteName("a");
            DictionaryConverter<List<List<double>>, ListConverter<List<double>, ListConverter<double, DoubleConverter>>>.Write(
                ref writer, new() { ["b"] = [[1], [double.NaN]] });
            writer.EndMap(start);
        }));
    }

    [Fact]
    public void Writing_WhatIsRefused_SaysTheRule()
    {
        var exception = Assert.Throws<InvalidAttributeValueException>(() =>
        {
            using var buffer = WireBuffer.Rent();
            var writer = new ItemWriter(buffer);
            writer.BeginMap();
            writer.WriteNumber(",\"price\":{\"N\":\""u8, double.PositiveInfinity);
        });

        Assert.Equal(
            "Attribute 'price' is Infinity, which DynamoDB's Number cannot hold. Store it as text, or leave it out.", exception.Message);
        Assert.Equal(
            "Attribute 'cost' is Infinity, which DynamoDB's Number cannot hold. Store it as text, or leave it out.",
            exception.WithAttribute("cost").Message);
    }

    private static ItemFormatException ReadingFails(string json) => Assert.Throws<ItemFormatException>(() =>
    {
        var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
        reader.ReadItem<Address>();
    });

    private delegate void Writing(ref ItemWriter writer);

    private static string WritingFails(Writing write) => Assert.Throws<InvalidAttributeValueException>(() =>
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        write(ref writer);
    }).AttributeName;
}
