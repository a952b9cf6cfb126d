using System.Numerics;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Runtime.Tests.Wire;

public sealed class RoundtripPropertyTests
{
    private static readonly BigInteger MostDigits = BigInteger.Pow(10, 38);

    [Fact]
    public void Text_ThroughTheWire_IsEqual()
    {
        ComesBack<string, StringConverter>(Any.Text);
        ComesBack<char, CharConverter>(
            Gen.Choose(0, char.MaxValue).Select(static unit => (char)unit).Where(static unit => !char.IsSurrogate(unit)));
        ComesBack<Guid, GuidConverter>(Any.Bits<Guid>());
    }

    [Fact]
    public void Integers_ThroughTheWire_AreEqual()
    {
        ComesBack<sbyte, NumberConverter<sbyte>>(Any.Integer<sbyte>());
        ComesBack<byte, NumberConverter<byte>>(Any.Integer<byte>());
        ComesBack<short, NumberConverter<short>>(Any.Integer<short>());
        ComesBack<ushort, NumberConverter<ushort>>(Any.Integer<ushort>());
        ComesBack<int, NumberConverter<int>>(Any.Integer<int>());
        ComesBack<uint, NumberConverter<uint>>(Any.Integer<uint>());
        ComesBack<long, NumberConverter<long>>(Any.Integer<long>());
        ComesBack<ulong, NumberConverter<ulong>>(Any.Integer<ulong>());
        ComesBack<nint, NumberConverter<nint>>(Any.Integer<nint>());
    }

    [Fact]
    public void LargeIntegers_ThroughTheWire_AreEqualOrRefused()
    {
        Any.Holds(Any.Integer<Int128>(), static value => IsKeptOrRefused<Int128, NumberConverter<Int128>>(value, value));
        Any.Holds(Any.Integer<UInt128>(), static value => IsKeptOrRefused<UInt128, NumberConverter<UInt128>>(value, value));
        var powers = Gen.Choose(0, 140).SelectMany(
            static exponent => Any.Integer<long>().Select(factor => factor * BigInteger.Pow(10, exponent)));
        Any.Holds(powers, static value => IsKeptOrRefused<BigInteger, NumberConverter<BigInteger>>(value, value));
    }

    [Fact]
    public void FloatingPoint_ThroughTheWire_IsEqualOrRefused()
    {
        Any.Holds(Any.Bits<double>(), static value =>
        {
            if (double.IsFinite(value) && (value == 0 || Math.Abs(value) is >= 1e-130 and < 1e126))
                Assert.Equal(value, Roundtrip.Through<double, DoubleConverter>(value));
            else
                Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<double, DoubleConverter>(value));
        });
        Any.Holds(Any.Bits<float>(), static value => IsKeptOrNotFinite<float, SingleConverter>(value));
        Any.Holds(Any.Bits<Half>(), static value => IsKeptOrNotFinite<Half, HalfConverter>(value));
    }

    [Fact]
    public void Decimal_ThroughTheWire_IsEqual() => ComesBack<decimal, DecimalConverter>(Any.Decimal);

    [Fact]
    public void Times_ThroughTheWire_AreEqual()
    {
        ComesBack<DateTime, DateTimeConverter>(Any.Instant);
        ComesBack<DateTime, DateTimeConverter>(Any.Instant.Select(static value => DateTime.SpecifyKind(value, DateTimeKind.Unspecified)));
        Any.Holds(Any.Instant, static value =>
        {
            Assert.Equal(value.Kind, Roundtrip.Through<DateTime, DateTimeConverter>(value).Kind);
            Assert.Equal(
                DateTimeKind.Unspecified,
                Roundtrip.Through<DateTime, DateTimeConverter>(DateTime.SpecifyKind(value, DateTimeKind.Unspecified)).Kind);
        });
        ComesBack<DateTimeOffset, DateTimeOffsetConverter>(Any.Instant.Select(static value => new DateTimeOffset(value)));
        ComesBack<DateOnly, DateOnlyConverter>(Any.Instant.Select(DateOnly.FromDateTime));
        ComesBack<TimeOnly, TimeOnlyConverter>(Any.Instant.Select(TimeOnly.FromDateTime));
        ComesBack<TimeSpan, TimeSpanConverter>(Any.Integer<long>().Select(static ticks => new TimeSpan(ticks)));
    }

    [Fact]
    public void EpochSeconds_ThroughTheWire_KeepTheSecond()
        => Any.Holds(Any.Instant, static value =>
        {
            var second = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerSecond));
            Assert.Equal(second, Roundtrip.Through<DateTimeOffset, EpochSecondsConverter>(new DateTimeOffset(value)).UtcDateTime);
            Assert.Equal(second, Roundtrip.Through<DateTime, EpochSecondsDateTimeConverter>(value));
        });

    [Fact]
    public void Binary_ThroughTheWire_IsEqual()
    {
        Any.Holds(Any.Bytes, static value => Assert.Equal(value, Roundtrip.Through<byte[], BytesConverter>(value)));
        Any.Holds(Any.Bytes, static value => Assert.Equal(
            value, Roundtrip.Through<ReadOnlyMemory<byte>, MemoryConverter>(value).ToArray()));
    }

    [Fact]
    public void Collections_ThroughTheWire_AreEqual()
    {
        Any.Holds(Any.Text.ListOf(), static value => Assert.Equal(
            value, Roundtrip.Through<List<string>, ListConverter<string, StringConverter>>([.. value])));
        Any.Holds(Any.Text.ListOf(), static value => Assert.True(
            Roundtrip.Through<HashSet<string>, StringSetConverter>([.. value]).SetEquals(value)));
        Any.Holds(Any.Decimal.ListOf(), static value => Assert.True(
            Roundtrip.Through<HashSet<decimal>, NumberSetConverter<decimal, DecimalConverter>>([.. value]).SetEquals(value)));
        Any.Holds(Any.Text.Where(static name => name.Length > 0).ListOf(), static names =>
        {
            var map = names.Distinct().ToDictionary(static name => name, static name => (string?)(name.Length % 2 == 0 ? name : null));
            var read = Roundtrip.Through<
                Dictionary<string, string?>,
                DictionaryConverter<string?, NullableReferenceConverter<string, StringConverter>>>(map);
            Assert.Equal(map, read);
        });
    }

    private static void ComesBack<T, TConverter>(Gen<T> values)
        where TConverter : IAttributeConverter<T>
        => Any.Holds(values, static value => Assert.Equal(value, Roundtrip.Through<T, TConverter>(value)));

    private static void IsKeptOrNotFinite<T, TConverter>(T value)
        where T : IFloatingPointIeee754<T>
        where TConverter : IAttributeConverter<T>
    {
        if (T.IsFinite(value))
            Assert.Equal(value, Roundtrip.Through<T, TConverter>(value));
        else
            Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<T, TConverter>(value));
    }

    private static void IsKeptOrRefused<T, TConverter>(T value, BigInteger number)
        where TConverter : IAttributeConverter<T>
    {
        var digits = BigInteger.Abs(number);
        var exponent = 0;
        for (; digits >= MostDigits && digits % 10 == 0; exponent++)
            digits /= 10;

        if (digits < MostDigits && BigInteger.Abs(number) < BigInteger.Pow(10, 126))
            Assert.Equal(value, Roundtrip.Through<T, TConverter>(value));
        else
            Assert.Throws<InvalidAttributeValueException>(() => Roundtrip.Write<T, TConverter>(value));
    }
}
