namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Random items of a type with members of every kind come back, and so do their keys.</summary>
public sealed class RandomTests
{
    [Fact]
    public void Items_OfRandomValues_ComeBack() => Assert.Equal("2000", Harness.Run(
        """
        public enum Color { Red, Green = 5, Blue = -1 }
        [DynamoMap] public partial record Part(string Name, long? Size, Color Color);
        [DynamoTable("items"), PartitionKey("P#{Text}#{Number}"), SortKey("{At}#{Color}#{Exact}")]
        [GlobalIndex("byMaybe", "M#{Maybe}", "{Real}")]
        public partial record Item(string Text, long Number, DateTimeOffset At, Color Color, double Exact)
        {
            public int? Maybe { get; set; }
            public double Real { get; set; } = 1;
            public decimal Money { get; init; }
            public Guid? Id { get; init; }
            public bool Flag { get; private set; }
            public DateOnly Day { get; init; } = new(2000, 1, 1);
            public TimeSpan Wait { get; set; }
            public byte[]? Bytes { get; set; }
            public List<string?>? Names { get; set; }
            public HashSet<long> Numbers { get; set; } = [];
            public Dictionary<Color, Part?>? Parts { get; set; }
            public void Set(bool flag) => Flag = flag;
        }
        """,
        """
        var random = new Random(20261120);
        var count = 0;
        for (; count < 2000; count++)
        {
            var moment = new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero);
            var item = new Item(Text(), random.NextInt64(long.MinValue, long.MaxValue), moment, Color(), Real())
            {
                Maybe = Maybe(() => random.Next()),
                Real = Real(),
                // Trailing zeros are not part of a Number, so they need not come back.
                Money = new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))
                    / 1.0000000000000000000000000000m,
                Id = Maybe(Guid.NewGuid),
                Day = DateOnly.FromDayNumber(random.Next(3_000_000)),
                Wait = new TimeSpan(random.NextInt64(long.MinValue, long.MaxValue)),
                Bytes = random.Next(2) == 0 ? null : Enumerable.Range(0, random.Next(9)).Select(i => (byte)i).ToArray(),
                Names = random.Next(2) == 0 ? null : Enumerable.Range(0, random.Next(4)).Select(i => i == 1 ? null : Text()).ToList(),
                Numbers = Enumerable.Range(0, random.Next(4)).Select(_ => random.NextInt64()).ToHashSet(),
                Parts = random.Next(2) == 0
                    ? null
                    : new() { [Color()] = new Part(Text(), Maybe(() => random.NextInt64()), Color()), [(Color)9] = null },
            };
            item.Set(random.Next(2) == 0);
            var json = Wired.Write(item);
            var read = Wired.Read<Item>(json);
            var again = Wired.Write(read);
            if (again != json || read.Text != item.Text || read.At != item.At || read.Money != item.Money
                || read.Wait != item.Wait || read.Exact != item.Exact || read.Flag != item.Flag)
                throw new InvalidOperationException($"{json}\n{again}");
            var key = Item.Key(item.Text, item.Number, item.At, item.Color, item.Exact);
            if (!Item.TryParseKey(key, out var text, out var number, out var at, out var color, out var exact)
                || text != item.Text || number != item.Number || at != item.At || color != item.Color || exact != item.Exact)
                throw new InvalidOperationException(key.ToString());
        }

        return count.ToString();

        string Piece() => new[] { "a", "#", "%", "\"", "\\", "\n", "\0", "é", "\ud83d\ude00", "23" }[random.Next(10)];
        string Text() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Piece()));
        Color Color() => (Color)random.Next(-2, 8);
        double Real() => random.Next(4) == 0
            ? random.Next()
            : random.NextDouble() * Math.Pow(10, random.Next(-120, 120)) * (random.Next(2) == 0 ? 1 : -1);
        T? Maybe<T>(Func<T> value) where T : struct => random.Next(2) == 0 ? null : value();
        """));
}
