using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.ItemKit;

/// <summary>Values of each type that is neither a collection nor a map, within what DynamoDB takes.</summary>
internal static class AnyScalar
{
    private const int MostText = 10;

    private static readonly BigInteger MostDigits = BigInteger.Pow(10, 38);

    private static readonly Dictionary<Type, Gen<object?>> Generators = new[]
    {
        Of(Any.Text.Resize(MostText)),
        Of(Gen.Elements(false, true)),
        Of(
            Gen.OneOf(
                Gen.Elements<char>('#', '%', '\0', '"', '\uffff', '\ud7ff'), Gen.Choose(0x20, 0x7E).Select(static unit => (char)unit))),
        Of(Any.Integer<sbyte>()), Of(Any.Integer<byte>()), Of(Any.Integer<short>()),
        Of(Any.Integer<ushort>()), Of(Any.Integer<int>()), Of(Any.Integer<uint>()),
        Of(Any.Integer<long>()), Of(Any.Integer<ulong>()), Of(Any.Integer<nint>()), Of(Any.Integer<nuint>()),
        Of(Any.Integer<Int128>().Select(static value => value % (Int128)MostDigits)),
        Of(Any.Integer<UInt128>().Select(static value => value % (UInt128)MostDigits)),
        Of(
            Any.Integer<Int128>()
                .SelectMany(static value => Gen.Choose(0, 87).Select(zeros => (BigInteger)value % MostDigits * BigInteger.Pow(10, zeros)))),
        Of(Any.Decimal),
        Of(
            Gen.OneOf(
                Gen.Elements(0, double.NegativeZero, 1e-130, 9.999e125, -1, 0.1),
                Any.Bits<double>().Where(static value => Math.Abs(value) is >= 1e-130 and < 1e126))),
        Of(
            Gen.OneOf(
                Gen.Elements(0, float.NegativeZero, float.MaxValue, float.MinValue, float.Epsilon),
                Any.Bits<float>().Where(float.IsFinite))),
        Of(Any.Bits<Half>().Where(Half.IsFinite)),
        Of(Any.Bits<Guid>()),
        Of(
            Any.Instant.SelectMany(
                static value => Gen.Elements(value, DateTime.SpecifyKind(value, DateTimeKind.Unspecified), value.ToLocalTime()))),
        Of(
            Any.Instant.SelectMany(
                static value => Gen.Elements(0, 330, -720).Select(offset => WithOffset(value, TimeSpan.FromMinutes(offset))))),
        Of(Any.Instant.Select(DateOnly.FromDateTime)),
        Of(Any.Instant.Select(TimeOnly.FromDateTime)),
        Of(Any.Integer<long>().Select(static ticks => new TimeSpan(ticks))),
        Of(Bytes),
        Of(Bytes.Select(static value => new ReadOnlyMemory<byte>(value))),
        Of(Gen.Elements(
                "https://example.org/a?b=c#d", "HTTP://Example.org:80/%41/ä", "urn:isbn:1", "mailto:a@b.c",
                "a/b?c", "/rooted", "../up", "", "file:///tmp/x")
            .Select(static text => new Uri(text, text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute))),
        Of(Gen.Choose(0, int.MaxValue).Four().SelectMany(static parts => Gen.Elements(
            new Version(parts.Item1, parts.Item2), new Version(parts.Item1, parts.Item2, parts.Item3),
            new Version(parts.Item1, parts.Item2, parts.Item3, parts.Item4)))),
        Of(Gen.OneOf(
            Any.Bits<uint>().Select(static bits => new IPAddress(bits)),
            Any.Bits<UInt128>().SelectMany(
                static bits =>
                    Gen.Elements<long>(0, 3, uint.MaxValue).Select(scope => new IPAddress(MemoryMarshal.AsBytes([bits]), scope))))),
        Of(AnyExtra.Attributes),
    }.ToDictionary(static known => known.Type, static known => known.Values);

    private static Gen<byte[]> Bytes => Any.Bytes.Resize(MostText);

    /// <summary>Values of the type, or null where it is not one of these.</summary>
    public static Gen<object?>? Of(Type type) => type.IsEnum ? OfEnum(type) : Generators.GetValueOrDefault(type);

    /// <summary>Times to live: whole seconds, and so late that reads do not leave the items out.</summary>
    public static Gen<object?> TimeToLive(Type type)
    {
        var seconds = Gen.Choose(0, int.MaxValue).Select(static later => DateTimeOffset.UnixEpoch.AddYears(100).AddSeconds(later));
        return type == typeof(DateTimeOffset) ? seconds.Select(static time => (object?)time)
            : type == typeof(DateTime) ? seconds.Select(static time => (object?)time.UtcDateTime)
            : seconds.Select(time => (object?)Convert.ChangeType(time.ToUnixTimeSeconds(), type, null));
    }

    /// <summary>Named values, and ones without a name.</summary>
    private static Gen<object?> OfEnum(Type type) => Gen.Frequency(
        (
            4,
            Gen.Elements(
                Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => (object?)Enum.ToObject(type, value)).ToArray())),
        (1, Gen.Choose(0, 127).Select(value => (object?)Enum.ToObject(type, value))));

    private static (Type Type, Gen<object?> Values) Of<T>(Gen<T> values) => (typeof(T), values.Select(static value => (object?)value));

    private static DateTimeOffset WithOffset(DateTime instant, TimeSpan offset)
    {
        var isNearEnd = instant < DateTime.MinValue.AddDays(1) || instant > DateTime.MaxValue.AddDays(-1);
        return isNearEnd ? new DateTimeOffset(instant) : new DateTimeOffset(instant).ToOffset(offset);
    }
}
