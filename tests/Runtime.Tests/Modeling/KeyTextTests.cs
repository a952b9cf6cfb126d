using System.Text;
using DynamoToolkit.CompilerServices;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Runtime.Tests.Modeling;

public sealed class KeyTextTests
{
    private delegate void Writing<in T>(ref ItemWriter writer, T value);

    private delegate bool Parsing<T>(ref KeyTextParser parser, out T value);

    // Few characters, so that separators, escapes and what looks like them come together often.
    private static Gen<string> AlmostNumbers { get; } =
        Gen.Elements("0", "1", "9", "f", "F", "-", ":", "T", "Z", " ", "+", "٣").ListOf().Select(string.Concat);

    private static Gen<string> AwkwardText { get; } =
        Gen.Elements("#", "%", "2", "3", "5", "a", "%23", "%25", "ü", "😀", "\"", "\\", "\n").ListOf().Select(string.Concat);

    [Fact]
    public void Template_OfEveryType_HasItsForm()
    {
        var at = new DateTime(2026, 11, 20, 13, 5, 0, DateTimeKind.Utc);
        var id = Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E");

        Assert.Equal("RUN#a%23b%25c", KeyText.Of($"RUN#{"a#b%c"}"));
        Assert.Equal("10000000042#09999999957", KeyText.Of($"{42}#{-42}"));
        Assert.Equal("00000000000000000042", KeyText.Of($"{42UL}"));
        Assert.Equal("1007#007#100007#00007", KeyText.Of($"{(sbyte)7}#{(byte)7}#{(short)7}#{(ushort)7}"));
        Assert.Equal("1#0", KeyText.Of($"{true}#{false}"));
        Assert.Equal("2026-11-20T13:05:00.0000000Z", KeyText.Of($"{at}"));
        Assert.Equal("2026-11-20T13:05:00.0000000Z", KeyText.Of($"{new DateTimeOffset(at).ToOffset(TimeSpan.FromHours(3))}"));
        Assert.Equal("2026-11-20#13:05:00.0000000", KeyText.Of($"{DateOnly.FromDateTime(at)}#{TimeOnly.FromDateTime(at)}"));
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", KeyText.Of($"{id}"));
        Assert.Equal("bff0000000000000#407fffff", KeyText.Of($"{1.0}#{-1.0f}"));
        Assert.Equal("%23", KeyText.Of($"{'#'}"));
        Assert.Equal(KeyValue.Of("RUN#1"), KeyText.Value($"RUN#{"1"}"));
    }

    [Fact]
    public void Integers_SortAsTheyCompareAndParseBack()
    {
        Sorts(
            Any.Integer<sbyte>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, sbyte value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out sbyte value) => parser.Part(out value));
        Sorts(
            Any.Integer<byte>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, byte value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out byte value) => parser.Part(out value));
        Sorts(
            Any.Integer<short>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, short value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out short value) => parser.Part(out value));
        Sorts(
            Any.Integer<ushort>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, ushort value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out ushort value) => parser.Part(out value));
        Sorts(
            Any.Integer<int>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, int value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out int value) => parser.Part(out value));
        Sorts(
            Any.Integer<uint>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, uint value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out uint value) => parser.Part(out value));
        Sorts(
            Any.Integer<long>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, long value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out long value) => parser.Part(out value));
        Sorts(
            Any.Integer<ulong>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, ulong value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out ulong value) => parser.Part(out value));
        Sorts(
            Any.Integer<Int128>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, Int128 value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out Int128 value) => parser.Part(out value));
        Sorts(
            Any.Integer<UInt128>(),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, UInt128 value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out UInt128 value) => parser.Part(out value));
    }

    [Fact]
    public void FloatingPoint_SortsAsItComparesAndParsesBack()
    {
        var doubles = Gen.OneOf(
            Gen.Elements(0.0, -0.0, double.Epsilon, -double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue),
            Any.Bits<double>()).Where(static value => !double.IsNaN(value));
        Sorts(
            doubles,
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, double value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out double value) => parser.Part(out value));
        var floats = Gen.OneOf(Gen.Elements(0f, -0f, float.Epsilon, -float.Epsilon, float.NegativeInfinity), Any.Bits<float>()).Where(
            static value => !float.IsNaN(value));
        Sorts(
            floats,
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, float value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out float value) => parser.Part(out value));
        Assert.Throws<ArgumentException>(() => KeyText.Of($"{double.NaN}"));
        Assert.Throws<ArgumentException>(() => KeyText.Of($"{float.NaN}"));
    }

    [Fact]
    public void Times_SortAsTheyCompareAndParseBack()
    {
        Sorts(
            Any.Instant,
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, DateTime value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out DateTime value) => parser.Part(out value));
        Sorts(
            Any.Instant.Select(static value => new DateTimeOffset(value)),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, DateTimeOffset value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out DateTimeOffset value) => parser.Part(out value));
        Sorts(
            Any.Instant.Select(DateOnly.FromDateTime),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, DateOnly value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out DateOnly value) => parser.Part(out value));
        Sorts(
            Any.Instant.Select(TimeOnly.FromDateTime),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, TimeOnly value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out TimeOnly value) => parser.Part(out value));
        Sorts(
            Any.Integer<long>().Select(static ticks => new TimeSpan(ticks)),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, TimeSpan value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out TimeSpan value) => parser.Part(out value));
    }

    [Fact]
    public void Guid_Bool_AndChar_ParseBack()
    {
        Sorts(
            Gen.Elements(false, true),
            static value => KeyText.Of($"{value}"),
            static (ref ItemWriter writer, bool value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out bool value) => parser.Part(out value));
        Any.Holds(Any.Bits<Guid>(), static value => ParsesBack(
            value,
            KeyText.Of($"{value}"),
            static (ref ItemWriter writer, Guid value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out Guid value) => parser.Part(out value)));
        Any.Holds(Gen.Elements('#', '%', 'a', 'ü', '"'), static value => ParsesBack(
            value,
            KeyText.Of($"{value}"),
            static (ref ItemWriter writer, char value) => writer.WriteKeyPart(value),
            static (ref KeyTextParser parser, out char value) => parser.Part(out value)));
    }

    [Fact]
    public void Strings_BetweenSeparators_ParseBackSoThatKeysCannotCollide()
        => Any.Holds(AwkwardText.SelectMany(static first => AwkwardText.Select(second => (first, second))), static parts =>
        {
            var text = KeyText.Of($"A#{parts.first}#{parts.second}");
            var parser = new KeyTextParser(text);

            Assert.True(parser.Literal("A#"));
            Assert.True(parser.Part(out string first));
            Assert.True(parser.Literal("#"));
            Assert.True(parser.Part(out string second));
            Assert.True(parser.IsAtEnd);
            Assert.Equal(parts, (first, second));
            Assert.Equal(text, WrittenText((ref ItemWriter writer, (string, string) value) =>
            {
                writer.WriteRaw("A#"u8);
                writer.WriteKeyPart(value.Item1);
                writer.WriteRaw("#"u8);
                writer.WriteKeyPart(value.Item2);
            }, parts));
        });

    [Fact]
    public void Parser_OfAnyText_TakesOnlyWhatTheBuilderWrites()
        => Any.Holds(Gen.OneOf(AwkwardText, AlmostNumbers), static text =>
        {
            TakesOnlyItsForm<int>(
                text, static (ref KeyTextParser parser, out int value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<byte>(
                text, static (ref KeyTextParser parser, out byte value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<sbyte>(
                text, static (ref KeyTextParser parser, out sbyte value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<float>(
                text, static (ref KeyTextParser parser, out float value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<bool>(
                text, static (ref KeyTextParser parser, out bool value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<char>(
                text, static (ref KeyTextParser parser, out char value) => parser.Part(out value), static value => KeyText.Of($"{value}"));
            TakesOnlyItsForm<string>(
                text,
                static (ref KeyTextParser parser, out string value) => parser.Part(out value),
                static value => KeyText.Of($"{value}"));
        });

    [Theory]
    [InlineData("20000000042")]
    [InlineData("19999999999")]
    [InlineData("09999999999")]
    [InlineData("1000000004")]
    [InlineData("1000000004x")]
    [InlineData("")]
    public void Integer_NotInItsForm_IsNotParsed(string text) => Assert.False(new KeyTextParser(text).Part(out int _));

    [Theory]
    [InlineData("2026-11-20T13:05:00Z")]
    [InlineData("2026-11-20T13:05:00.0000000")]
    [InlineData("2026-02-30T13:05:00.0000000Z")]
    public void Instant_NotInItsForm_IsNotParsed(string text) => Assert.False(new KeyTextParser(text).Part(out DateTime _));

    [Fact]
    public void Part_ThatIsHalfASurrogatePair_IsRefused()
        => Assert.Throws<InvalidAttributeValueException>(
            () => WrittenText(static (ref ItemWriter writer, string value) => writer.WriteKeyPart(value), "\ud800"));

    private static void Sorts<T>(Gen<T> values, Func<T, string> text, Writing<T> write, Parsing<T> parse)
        where T : IComparable<T>
        => Any.Holds(values.SelectMany(first => values.Select(second => (first, second))), pair =>
        {
            var (first, second) = (text(pair.first), text(pair.second));
            Assert.Equal(
                Math.Sign(pair.first.CompareTo(pair.second)),
                Math.Sign(Encoding.UTF8.GetBytes(first).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(second))));
            ParsesBack(pair.first, first, write, parse);
        });

    private static void ParsesBack<T>(T value, string text, Writing<T> write, Parsing<T> parse)
    {
        var parser = new KeyTextParser(text);
        Assert.True(parse(ref parser, out var parsed));
        Assert.True(parser.IsAtEnd);
        Assert.Equal(value, parsed);
        Assert.Equal(text, WrittenText(write, value));
    }

    private static void TakesOnlyItsForm<T>(string text, Parsing<T> parse, Func<T, string> form)
    {
        var parser = new KeyTextParser(text);
        if (parse(ref parser, out var value) && parser.IsAtEnd)
            Assert.Equal(text, form(value));
    }

    private static string WrittenText<T>(Writing<T> write, T value)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        writer.WriteRaw("{\"S\":\""u8);
        write(ref writer, value);
        writer.WriteRaw("\"}"u8);
        writer.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        return reader.ReadString();
    }
}
