using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Random values of every kind, the edges of their ranges more often than chance would bring them.</summary>
internal sealed class Any(int seed)
{
    private const string Characters = "abcXYZ019 #%\"\\/\n\t\0é߀𝄞漢字{}[]:,";

    private readonly Random random = new(seed);

    public Everything Everything() => new()
    {
        Id = Guid(),
        Kind = Status(),
        Number = Long(),
        When = new DateTimeOffset(Date(), TimeSpan.Zero),
        Flag = Coin(),
        Byte = (byte)random.Next(256),
        Short = (short)Long(),
        UInt = (uint)Long(),
        ULong = (ulong)Long(),
        MaybeInt = Maybe(() => (int?)Long()),
        Float = Float(),
        Double = Double(),
        Decimal = Decimal(),
        Text = Text(40),
        MaybeText = Maybe(() => Text(40)),
        Date = Date(),
        Day = DateOnly.FromDateTime(Date()),
        Time = TimeOnly.FromDateTime(Date()),
        Duration = TimeSpan.FromTicks(random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000)),
        Bytes = Bytes(),
        MaybeStatus = Maybe(() => (RunStatus?)Status()),
        Words = [.. Many(() => Text(10))],
        Numbers = [.. Many(() => (int)Long())],
        Lines = Many(() => Text(20)),
        MaybeValues = Maybe(() => Many(Double)),
        Counts = Named(Long),
        Matrix = Many(() => Many(() => (int)Long())),
        Place = Maybe(Place),
        Stops = Many(Place),
        Places = Named(Place),
    };

    private bool Coin() => random.Next(2) == 0;

    private T? Maybe<T>(Func<T> value) => Coin() ? default : value();

    private List<T> Many<T>(Func<T> value) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => value())];

    private Dictionary<string, T> Named<T>(Func<T> value) => Many(() => "k" + Text(10)).Distinct().ToDictionary(name => name, _ => value());

    private Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private RunStatus Status() => (RunStatus)random.Next(4);

    private Place Place() => new() { City = Text(10), Zip = Maybe(() => (int?)Long()) };

    private long Long() => random.Next(6) switch
    {
        0 => 0,
        1 => long.MaxValue,
        2 => long.MinValue,
        3 => random.Next(-100, 100),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    };

    private double Double() => random.Next(5) switch
    {
        0 => 0,
        1 => random.Next(),
        2 => -random.NextDouble(),
        3 => Math.Round(random.NextDouble() * 1e6, 3),
        _ => random.NextDouble() * Math.Pow(10, random.Next(-120, 120)),
    };

    private float Float() => (float)Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 8)), 4);

    private decimal Decimal() => random.Next(4) switch
    {
        0 => decimal.MaxValue,
        1 => decimal.MinValue,
        2 => 0.0000000000000000000000000001m,

        // Divided by a one with zeros, it has none at its end; DynamoDB keeps the number, not its zeros.
        _ => new decimal(random.Next(), random.Next(), random.Next(), Coin(), (byte)random.Next(29)) / 1.0000000000000000000000000000m,
    };

    private DateTime Date() => new(random.NextInt64(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(20)];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Text(int most)
    {
        var runes = Characters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
