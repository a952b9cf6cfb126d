using DynamoToolkit.Streams;

namespace DynamoToolkit.Runtime.Tests.Streams;

public sealed class SequenceNumberTests
{
    [Theory]
    [InlineData("9", "10", -1)]
    [InlineData("100000000000000000000", "99999999999999999999", 1)]
    [InlineData("0007", "7", 0)]
    [InlineData("9999999999999999999999999999999999999999", "9999999999999999999999999999999999999998", 1)]
    public void Numbers_CompareByValue(string left, string right, int expected)
    {
        var (first, second) = (SequenceNumber.Parse(left), SequenceNumber.Parse(right));

        Assert.Equal(expected, Math.Sign(first.CompareTo(second)));
        Assert.Equal(expected, Math.Sign(string.CompareOrdinal(first.ToPaddedString(), second.ToPaddedString())));
        Assert.Equal(expected == 0, first == second);
        Assert.Equal(expected < 0, first < second);
        Assert.Equal(expected >= 0, first >= second);
        Assert.Equal(SequenceNumber.MaxDigits, first.ToPaddedString().Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1 ")]
    [InlineData("12345678901234567890123456789012345678901")]
    [InlineData(null)]
    public void OtherTexts_AreNotNumbers(string? text)
    {
        Assert.False(SequenceNumber.TryParse(text, out _));
        Assert.ThrowsAny<Exception>(() => SequenceNumber.Parse(text!));
    }

    [Fact]
    public void None_IsLessThanEveryNumber()
    {
        Assert.True(default(SequenceNumber) < SequenceNumber.Parse("0"));
        Assert.True(default(SequenceNumber).IsNone);
        Assert.False(SequenceNumber.Parse("0").IsNone);
        Assert.Equal("", default(SequenceNumber).ToString());
    }
}
