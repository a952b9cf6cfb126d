using System.Numerics;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Values;

public sealed class NumberTests
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, 38);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("00042", "42")]
    [InlineData("3.1400", "3.14")]
    [InlineData("+5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1.5E2", "150")]
    [InlineData("1e-5", "0.00001")]
    [InlineData("-123.456e+1", "-1234.56")]
    [InlineData("0e999999999999", "0")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    public void Parse_AnyNotation_FormatsPlainly(string text, string expected) =>
        Assert.Equal(expected, NumberText.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("٣")]
    public void Parse_NotANumber_Fails(string text) => Assert.StartsWith(
        "The parameter cannot be converted to a numeric value",
        Assert.Throws<DynamoError>(() => NumberText.Parse(text)).Message);

    [Theory]
    [InlineData("1E126", NumberText.Overflow)]
    [InlineData("-1E126", NumberText.Overflow)]
    [InlineData("1E99999999999999999999", NumberText.Overflow)]
    [InlineData("1E-131", NumberText.Underflow)]
    [InlineData("0.1E-130", NumberText.Underflow)]
    [InlineData("123456789012345678901234567890123456789", NumberText.TooPrecise)]
    [InlineData("1.00000000000000000000000000000000000001", NumberText.TooPrecise)]
    public void Parse_OutOfRange_SaysHow(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DynamoError>(() => NumberText.Parse(text)).Message);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1", 2)]
    [InlineData("12", 2)]
    [InlineData("123", 3)]
    [InlineData("1234", 3)]
    [InlineData("120", 3)]
    [InlineData("-1", 3)]
    [InlineData("0.1", 2)]
    public void Size_OfDigits_IsOneForTwoAndOneMore(string text, int size) => Assert.Equal(size, NumberText.Parse(text).Size);

    [Fact]
    public void Parse_OwnText_GivesTheSameNumber() =>
        Prop.ForAll(Numbers.Any, static number => NumberText.Parse(number.ToString()) == number).Check();

    [Fact]
    public void Compare_TwoNumbers_AgreesWithIntegers() => Prop.ForAll(Numbers.Pairs, static pair =>
        Math.Sign(pair.Left.CompareTo(pair.Right)) == Numbers.Scaled(pair.Left).CompareTo(Numbers.Scaled(pair.Right))).Check();

    [Fact]
    public void KeyBytes_OfTwoNumbers_SortAsTheNumbersDo() => Prop.ForAll(Numbers.Pairs, static pair =>
        Math.Sign(Key(pair.Left).AsSpan().SequenceCompareTo(Key(pair.Right))) == Math.Sign(pair.Left.CompareTo(pair.Right))).Check();

    [Fact]
    public void Add_TwoNumbers_IsExactOrRefused() => Prop.ForAll(Numbers.Pairs, static pair =>
    {
        var expected = Numbers.Scaled(pair.Left) + Numbers.Scaled(pair.Right);
        try
        {
            return Numbers.Scaled(pair.Left + pair.Right) == expected;
        }
        catch (DynamoError)
        {
            return !Fits(expected);
        }
    }).Check();

    [Fact]
    public void FromInteger_AnyLong_IsWhatItsTextIs() => Prop.ForAll<long>(static value =>
        new DynamoNumber(value) == NumberText.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture))).Check();

    private static byte[] Key(DynamoNumber number) => KeyEncoder.Extend([], new NumberValue(number));

    private static bool Fits(BigInteger scaled)
    {
        var digits = BigInteger.Abs(scaled);
        while (!digits.IsZero && digits % 10 == 0)
            digits /= 10;
        var magnitude = BigInteger.Abs(scaled) / BigInteger.Pow(10, 170 - 130);
        return digits < Limit && !magnitude.IsZero && BigInteger.Abs(scaled) < BigInteger.Pow(10, 170 + 126);
    }
}
