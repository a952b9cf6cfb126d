using System.Text;
using DynamoToolkit.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.CompilerServices;

public sealed class EnumNamesTests
{
    private static readonly EnumNames<Level, sbyte> Levels = new(
        [Level.Low, Level.High, Level.Below, Level.Highest, Level.Top],
        ["Low", "High", "Below", "Highest", "Top"]);

    private static readonly EnumNames<Flag, ulong> Flags = new([Flag.Some, Flag.Great], ["Some", "Great"]);

    private enum Level : sbyte
    {
        Low = 0,
        High = 1,
        Below = -1,
        Highest = sbyte.MaxValue,
        Top = Highest,
    }

    private enum Flag : ulong
    {
        Some = 300,
        Great = ulong.MaxValue,
    }

    private enum Empty
    {
    }

    [Theory]
    [InlineData(0, "Low")]
    [InlineData(1, "High")]
    [InlineData(-1, "Below")]
    [InlineData(127, "Highest")]
    [InlineData(5, "5")]
    [InlineData(-128, "-128")]
    public void Value_AndItsText_AreFoundFromEachOther(sbyte value, string text)
    {
        Assert.Equal(text, Levels.TextOf((Level)value));
        Assert.True(Levels.TryParse(text, out var parsed));
        Assert.Equal((Level)value, parsed);
        Assert.Equal((Level)value, Read(Levels, $"{{\"S\":\"{text}\"}}"));
    }

    [Fact]
    public void SecondName_OfAValue_IsReadAndNotWritten()
    {
        Assert.Equal("Highest", Levels.TextOf(Level.Top));
        Assert.Equal(Level.Top, Read(Levels, "{\"S\":\"Top\"}"));
    }

    [Fact]
    public void Values_BeyondASmallTable_AreFound()
    {
        Assert.Equal("Some", Flags.TextOf(Flag.Some));
        Assert.Equal("Great", Flags.TextOf(Flag.Great));
        Assert.Equal("299", Flags.TextOf((Flag)299));
        Assert.Equal(Flag.Great, Read(Flags, "{\"S\":\"18446744073709551615\"}"));
    }

    [Theory]
    [InlineData("{\"S\":\"low\"}")]
    [InlineData("{\"S\":\"\"}")]
    [InlineData("{\"S\":\"128\"}")]
    [InlineData("{\"S\":\"+5\"}")]
    [InlineData("{\"S\":\" 5\"}")]
    [InlineData("{\"S\":\"ALongNameThatIsNotThere\"}")]
    public void Text_ThatStandsForNoValue_IsAnError(string json)
    {
        var error = Assert.Throws<ItemFormatException>(() => Read(Levels, json));
        Assert.Contains("a value of Level", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enum_WithoutNames_IsStoredAsNumbers()
    {
        var names = new EnumNames<Empty, int>([], []);
        Assert.Equal("7", names.TextOf((Empty)7));
        Assert.Equal((Empty)7, Read(names, "{\"S\":\"7\"}"));
    }

    private static TEnum Read<TEnum, TNumber>(EnumNames<TEnum, TNumber> names, string json)
        where TEnum : struct, Enum
        where TNumber : struct, System.Numerics.IBinaryInteger<TNumber>
    {
        var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
        return names.Read(ref reader);
    }
}
