using DynamoToolkit.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.CompilerServices;

/// <summary>The forms of keys of one member make what templates of several do.</summary>
public sealed class KeyFormTests
{
    [Fact]
    public void OnePart_OfEachType_IsThatOfTheTemplate()
    {
        Same("a#b%", KeyText.Value($"X#{"a#b%"}"));
        Same('#', KeyText.Value($"X#{'#'}"));
        Same(true, KeyText.Value($"X#{true}"));
        Same((sbyte)-5, KeyText.Value($"X#{(sbyte)-5}"));
        Same((byte)5, KeyText.Value($"X#{(byte)5}"));
        Same((short)-5, KeyText.Value($"X#{(short)-5}"));
        Same((ushort)5, KeyText.Value($"X#{(ushort)5}"));
        Same(-5, KeyText.Value($"X#{-5}"));
        Same(5u, KeyText.Value($"X#{5u}"));
        Same(-5L, KeyText.Value($"X#{-5L}"));
        Same(5UL, KeyText.Value($"X#{5UL}"));
        Same((Int128)(-5), KeyText.Value($"X#{(Int128)(-5)}"));
        Same((UInt128)5, KeyText.Value($"X#{(UInt128)5}"));
        Same(0.5f, KeyText.Value($"X#{0.5f}"));
        Same(-0.5, KeyText.Value($"X#{-0.5}"));
        Same(DateTime.UnixEpoch, KeyText.Value($"X#{DateTime.UnixEpoch}"));
        Same(DateTimeOffset.UnixEpoch, KeyText.Value($"X#{DateTimeOffset.UnixEpoch}"));
        Same(new DateOnly(2026, 11, 20), KeyText.Value($"X#{new DateOnly(2026, 11, 20)}"));
        Same(new TimeOnly(13, 5), KeyText.Value($"X#{new TimeOnly(13, 5)}"));
        Same(TimeSpan.FromSeconds(-5), KeyText.Value($"X#{TimeSpan.FromSeconds(-5)}"));
        Same(Guid.AllBitsSet, KeyText.Value($"X#{Guid.AllBitsSet}"));

        static void Same<T>(T part, KeyValue value) => Assert.Equal(value, new TemplateKeyForm<T>("X#").Of(part));
    }

    [Fact]
    public void Part_WithoutAForm_IsRefused() => Assert.Throws<NotSupportedException>(() => KeyText.Value("X#", 1.5m));

    [Fact]
    public void Part_ThatIsNull_IsRefused() => Assert.Throws<ArgumentNullException>(() => KeyText.Value<string>("X#", null!));

    [Fact]
    public void Template_ThatGoesOnAfterItsPart_BeginsWithoutTheRest()
    {
        var form = new TemplateKeyForm<string>("X#", "#END");
        Assert.Equal("X#a#END", form.Of("a").Text);
        Assert.Equal("X#a", form.Beginning("a").Text);
        Assert.Equal("X#", form.Prefix);
    }

    [Fact]
    public void OwnAttribute_HasTheValueOfItsConverter()
    {
        Assert.Equal(KeyValue.Of("a"), new AttributeKeyForm<string, StringConverter>().Of("a"));
        Assert.Equal(KeyValue.Of(-5), new AttributeKeyForm<int, NumberConverter<int>>().Of(-5));
        Assert.Equal(KeyValue.Of(long.MinValue), new AttributeKeyForm<long, NumberConverter<long>>().Of(long.MinValue));
        Assert.Equal(KeyValue.Of(1.5m), new AttributeKeyForm<decimal, DecimalConverter>().Of(1.5m));
        Assert.Equal(
            KeyValue.Of(DateTimeOffset.UnixEpoch),
            new AttributeKeyForm<DateTimeOffset, DateTimeOffsetConverter>().Of(DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("RUN#{RunId}", "RUN#", false)]
    [InlineData("{RunId}#META", "", false)]
    [InlineData("META", "META", true)]
    [InlineData("a{{b}}#{RunId}", "a{b}#", false)]
    [InlineData("{{x}}", "{x}", true)]
    [InlineData("{{{X}", "{", false)]
    public void Composed_KnowsItsConstantText(string template, string prefix, bool isConstant)
    {
        var model = KeyModel.Composed("pk", template);
        Assert.Equal((template, prefix, isConstant, KeyType.String), (model.Template, model.ConstantPrefix, model.IsConstant, model.Type));
    }
}
