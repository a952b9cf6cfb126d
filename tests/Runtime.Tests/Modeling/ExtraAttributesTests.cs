using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Modeling;

public sealed class ExtraAttributesTests
{
    [Fact]
    public void Attributes_Kept_AreWrittenBackAsTheyWere()
    {
        var extra = Read("""{"a":{"N":"1E+2"},"é\"":{"L":[{"S":"x"}]}}""");

        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMap();
        writer.WriteString(",\"own\":{\"S\":\""u8, "1");
        extra.Write(ref writer);
        writer.EndMap(start);
        writer.Flush();
        Assert.Equal("""{"own":{"S":"1"},"a":{"N":"1E+2"},"é\"":{"L":[{"S":"x"}]}}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Attributes_Kept_CanBeRead()
    {
        var extra = Read("""{"a":{"N":"1E+2"},"é\"":{"L":[{"S":"x"}]}}""");

        Assert.Equal(["a", "é\""], extra.Names);
        Assert.True(extra.TryGet<int, NumberConverter<int>>("a", out var number));
        Assert.Equal(100, number);
        Assert.True(extra.TryGet<List<string>, ListConverter<string, StringConverter>>("é\"", out var list));
        Assert.Equal(["x"], list);
        Assert.False(extra.TryGet<int, NumberConverter<int>>("b", out _));
        Assert.Throws<ItemFormatException>(() => extra.TryGet<string, StringConverter>("a", out _));
    }

    [Fact]
    public void Attributes_ComparedByWhatTheyHold()
    {
        Assert.Equal(Read("""{"a":{"N":"1"}}"""), Read("""{"a":{"N":"1"}}"""));
        Assert.NotEqual(Read("""{"a":{"N":"1"}}"""), Read("""{"a":{"N":"2"}}"""));
        Assert.True(new ExtraAttributes().IsEmpty);
        Assert.Empty(new ExtraAttributes().Names);
    }

    private static ExtraAttributes Read(string json)
    {
        var extra = new ExtraAttributes();
        var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
        reader.BeginMap();
        while (reader.ReadName(out var name))
            extra.Add(name, ref reader);

        return extra;
    }
}
