using System.Globalization;
using System.Numerics;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Wire;
using FsCheck.Fluent;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class NumberTextTests
{
    private static readonly BigInteger DecimalLimit = BigInteger.Pow(2, 96);

    [Fact]
    public void Decimal_InAnyNotation_IsExactOrAFormatError()
    {
        var numbers = Gen.Choose(1, 38).SelectMany(static length => Gen.Choose(0, 9).ArrayOf(length)
            .SelectMany(static digits => Gen.Choose(-45, 45).SelectMany(exponent => Gen.Choose(0, digits.Length)
                .Select(point => (Digits: string.Concat(digits), Point: point, Exponent: exponent)))));
        Any.Holds(numbers, static number =>
        {
            // digits with a point, times ten to the exponent
            var text = $"{number.Digits[..number.Point]}.{number.Digits[number.Point..]}E{number.Exponent}".Replace(
                ".E", "E", StringComparison.Ordinal);
            var coefficient = BigInteger.Parse(number.Digits, CultureInfo.InvariantCulture);
            var scale = number.Digits.Length - number.Point - number.Exponent;
            while (coefficient % 10 == 0 && coefficient != 0)
            {
                coefficient /= 10;
                scale--;
            }

            if (scale < 0)
                (coefficient, scale) = (coefficient * BigInteger.Pow(10, -scale), 0);

            if (coefficient.IsZero || (scale <= 28 && coefficient < DecimalLimit))
                Assert.Equal((decimal)coefficient / (decimal)BigInteger.Pow(10, coefficient.IsZero ? 0 : scale), ReadDecimal(text));
            else
                Assert.Throws<ItemFormatException>(() => ReadDecimal(text));
        });
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999", true)]
    [InlineData("999999999999999999999999999999999999990", true)]
    [InlineData("999999999999999999999999999999999999991", false)]
    [InlineData("0.00099999999999999999999999999999999999999", true)]
    [InlineData("9.9999999999999999999999999999999999999E125", true)]
    [InlineData("1E126", false)]
    [InlineData("0.1E126", true)]
    [InlineData("1E-130", true)]
    [InlineData("9.9E-131", false)]
    [InlineData("-1e+5", true)]
    [InlineData("0E999999", true)]
    [InlineData("000", true)]
    [InlineData(".5", true)]
    [InlineData("5.", true)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData(".", false)]
    [InlineData("1E", false)]
    [InlineData("1E+", false)]
    [InlineData("1.2.3", false)]
    [InlineData("--1", false)]
    [InlineData("0x1", false)]
    [InlineData("1_000", false)]
    [InlineData("1E99999999999999999999", false)]
    [InlineData("٣", false)]
    public void Text_OfANumber_IsTakenWithinTheRange(string text, bool isValid)
        => Assert.Equal(isValid, NumberText.IsValid(System.Text.Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("(1)")]
    public void FloatingPoint_ThatIsNoNumber_IsAFormatError(string text)
    {
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<double, DoubleConverter>($$"""{"N":"{{text}}"}"""));
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<float, SingleConverter>($$"""{"N":"{{text}}"}"""));
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<decimal, DecimalConverter>($$"""{"N":"{{text}}"}"""));
    }

    [Theory]
    [InlineData("0.00000001")]
    [InlineData("922337203686")]
    [InlineData("1E28")]
    public void TimeSpan_ThatDoesNotFit_IsAFormatError(string text)
        => Assert.Throws<ItemFormatException>(() => Roundtrip.Read<TimeSpan, TimeSpanConverter>($$"""{"N":"{{text}}"}"""));

    [Theory]
    [InlineData("2026-11-20T13:05:00Z", "2026-11-20T13:05:00.0000000Z")]
    [InlineData("2026-11-20T13:05:00+02:30", "2026-11-20T10:35:00.0000000Z")]
    [InlineData("2026-11-20T13:05:00.123456700000Z", "2026-11-20T13:05:00.1234567Z")]
    [InlineData("2026-11-20 13:05:00.5", "2026-11-20T13:05:00.5000000")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.0000000Z")]
    public void DateTime_OfOtherWriters_IsRead(string text, string expected)
        => Assert.Equal(
            expected, Roundtrip.Read<DateTime, DateTimeConverter>($$"""{"S":"{{text}}"}""").ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T")]
    [InlineData("2026-11-20TZ")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T13:60:00Z")]
    [InlineData("2026-11-20T13:05:61Z")]
    [InlineData("2026-11-20T13:05:00.Z")]
    [InlineData("2026-11-20T13:05:00.00000001Z")]
    [InlineData("2026-11-20T13:05:00+15:00")]
    [InlineData("2026-11-20T13:05:00+0200")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("20 Nov 2026")]
    public void DateTime_ThatIsNone_IsAFormatError(string text)
    {
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<DateTime, DateTimeConverter>($$"""{"S":"{{text}}"}"""));
        Assert.Throws<ItemFormatException>(() => Roundtrip.Read<DateTimeOffset, DateTimeOffsetConverter>($$"""{"S":"{{text}}"}"""));
    }

    private static decimal ReadDecimal(string text) => Roundtrip.Read<decimal, DecimalConverter>($$"""{"N":"{{text}}"}""");
}
