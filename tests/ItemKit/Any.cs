using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.ItemKit;

/// <summary>Generators of values over their types' whole range, with the edges more often than chance has them.</summary>
public static class Any
{
    /// <summary>The environment variable that, set to 1, has every run draw other values.</summary>
    public const string Randomize = "DTK_RANDOMIZE";

    private const ulong Seed = 20261120;
    private const ulong Gamma = 13;

    public static Gen<string> Text { get; } = Gen.Frequency(
        (3, Gen.Choose(0x20, 0x7E).Select(static point => ((char)point).ToString())),
        (1, Gen.Elements("\"", "\\", "/", "\0", "\n", "\u001f", "\u007f", "\u0080", "#", "%", "{", "}")),
        (1, Gen.Choose(0x80, 0xD7FF).Select(static point => ((char)point).ToString())),
        (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32)))
        .ListOf().Select(string.Concat);

    public static Gen<byte[]> Bytes { get; } = Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf();

    public static Gen<DateTime> Instant { get; } = Gen.OneOf(
        Gen.Elements(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks),
        Bits<ulong>().Select(static bits => (long)(bits % (ulong)DateTime.MaxValue.Ticks)))
        .Select(static ticks => new DateTime(ticks, DateTimeKind.Utc));

    public static Gen<decimal> Decimal { get; } = Gen.OneOf(
        Gen.Elements(0m, decimal.MaxValue, decimal.MinValue, 1m, 1.0m, 0.0000000000000000000000000001m, 79228162514264337593543950335e-28m),
        Bits<Int128>().SelectMany(static bits =>
            Gen.Choose(0, 28).Select(scale => new decimal((int)bits, (int)(bits >> 32), (int)(bits >> 64), bits < 0, (byte)scale))));

    private static bool IsRandom => Environment.GetEnvironmentVariable(Randomize) == "1";

    /// <summary>Every pattern of bits.</summary>
    public static Gen<T> Bits<T>()
        where T : unmanaged
        => Gen.Choose(0, 255).ArrayOf(Unsafe.SizeOf<T>())
            .Select(static bytes => MemoryMarshal.Read<T>(Array.ConvertAll(bytes, static value => (byte)value)));

    public static Gen<T> Integer<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        => Gen.OneOf(
            Gen.Elements(T.MinValue, T.MaxValue, T.Zero, T.One, T.MinValue + T.One, T.MaxValue - T.One, T.Zero - T.One),
            Bits<T>(),
            Gen.Choose(0, 100).Select(static value => T.CreateTruncating(value)));

    /// <summary>The settings of a check, which draws the same values in every run.</summary>
    /// <param name="values">How many values to draw.</param>
    /// <param name="number">Another number gives other values.</param>
    public static Config Run(int values, int number = 0)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(values).WithQuietOnSuccess(true);
        return IsRandom ? config : config.WithReplay(Seed + (ulong)number, Gamma);
    }

    /// <summary>One value, the same in every run.</summary>
    public static T One<T>(Gen<T> values) => (IsRandom ? values.Sample(1) : values.Sample(1, new Rnd(Seed, Gamma), size: 50)).Single();

    /// <summary>Checks a property of many values, the same in every run.</summary>
    public static void Holds<T>(Gen<T> values, Action<T> property) => Prop.ForAll(values.ToArbitrary(), property).Check(Run(1000));
}
