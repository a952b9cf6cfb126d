using DynamoToolkit.Expressions;
using DynamoToolkit.Runtime.Tests.Tables.Support;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Expressions;

/// <summary>Conditions that put values in order, and what DynamoDB refuses of them.</summary>
public sealed class OrderTests
{
    private static readonly Run.Attributes R = new();

    [Fact]
    public void Between_InTheWrongOrder_IsRefusedWithTheWayOut()
    {
        Send(R.StartTime.Between(9, 9));
        var error = Assert.Throws<ArgumentException>(() => Send(R.StartTime.Between(9, 1)));
        Assert.Equal(
            "'startTime' cannot be between '9' and '1': the first is greater, and DynamoDB refuses that. Swap them.",
            error.Message);
    }

    [Fact]
    public void Between_OfSizes_IsRefusedInTheWrongOrder()
    {
        Send(R.Tags.Size().Between(0, 3));
        Assert.Contains("'tags'", Assert.Throws<ArgumentException>(() => Send(R.Tags.Size().Between(3, 0))).Message);
    }

    [Fact]
    public void Between_WithinACombination_IsRefusedToo() =>
        Assert.Throws<ArgumentException>(() => Send(!(R.Status == "x" | R.Status.Between("b", "a"))));

    // In UTF-16 the second of these comes before the first: a surrogate pair begins with D83D.
    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "aa")]
    [InlineData("", "a")]
    [InlineData("Z", "a")]
    [InlineData("\uFF5E", "\U0001F600")]
    [InlineData("x\uE000", "x\U00010000y")]
    [InlineData("\U0001F600", "\U0001F601")]
    public void Between_OfText_GoesByCodePoints(string low, string high)
    {
        Send(R.Status.Between(low, high));
        Send(R.Status.Between(high, high));
        Assert.Throws<ArgumentException>(() => Send(R.Status.Between(high, low)));
    }

    [Theory]
    [InlineData("-10", "-9")]
    [InlineData("-1", "0")]
    [InlineData("0", "0.001")]
    [InlineData("9", "10")]
    [InlineData("99.5", "99.51")]
    [InlineData("9007199254740992", "9007199254740993")]
    [InlineData("1234567890123456789012345678901234567.8", "1234567890123456789012345678901234567.9")]
    [InlineData("1E-130", "1E+125")]
    public void Between_OfNumbers_GoesByTheirExactValue(string low, string high)
    {
        var attribute = new Attribute<string, NumberAsText>("n");
        Send(attribute.Between(low, high));
        Send(attribute.Between(low, low));
        Assert.Throws<ArgumentException>(() => Send(attribute.Between(high, low)));
    }

    [Fact]
    public void Between_OfBinaries_GoesByTheirBytes()
    {
        var attribute = new Attribute<byte[], BytesConverter>("b");
        Send(attribute.Between([1, 0x7F], [1, 0x80]));
        Assert.Throws<ArgumentException>(() => Send(attribute.Between([1, 0x80], [1, 0x7F])));
    }

    [Fact]
    public void Between_OfTwoTypes_IsRefused()
    {
        var attribute = new Attribute<string, NumberAsText>("n");
        Assert.Contains(
            "one is a Number, the other a String", Assert.Throws<ArgumentException>(() => Send(attribute.Between("1", "x"))).Message);
    }

    [Fact]
    public void Order_ByWhatHasNone_IsRefusedBeforeSending()
    {
        // As a converter of one's own may write.
        var flag = new Attribute<bool, BooleanConverter>("flag");
        Send(flag == true);
        Assert.Contains("'flag'", Assert.Throws<ArgumentException>(() => Send(flag < true)).Message);
        Assert.Throws<ArgumentException>(() => Send(flag.Between(false, true)));
        var place = new Attribute<Place, MapConverter<Place>>("place");
        Send(place != new Place("x"));
        Assert.Throws<ArgumentException>(() => Send(place >= new Place("x")));
    }

    [Fact]
    public void Attribute_ComparedWithItself_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => R.Place.City == R.Place.City);
        Assert.Contains("'place.city' with itself", error.Message);
        Assert.Throws<ArgumentException>(() => R.StartTime <= R.StartTime);
        Send(R.Labels[0] == R.Labels[1]);
    }

    private static void Send(Condition condition)
    {
        var db = new Db();
        db.Runs.Put(new Run { RunId = "1" }).If(condition).ExecuteAsync().GetAwaiter().GetResult();
    }

    /// <summary>Numbers with more digits than any .NET type has; other text stays text.</summary>
    private sealed class NumberAsText : IAttributeConverter<string>
    {
        public static void Write(ref ItemWriter writer, string value)
        {
            if (value.Any(char.IsAsciiDigit))
                writer.WriteNumberText(System.Text.Encoding.ASCII.GetBytes(value));
            else
                writer.WriteStringValue(value);
        }

        public static string Read(ref ItemReader reader) => reader.ReadString();
    }
}
