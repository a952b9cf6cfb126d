using System.Text;
using DynamoToolkit.ItemKit;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Tests.Values;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.Local.Tests.Storage;

public sealed class KeyOrderTests
{
    private static readonly Gen<string> Texts =
        Gen.Elements("a", "b", "\0", "é", "\uFFFD", "\U0001F600", "\u0001", "").ArrayOf().Select(string.Concat);
    private static readonly Gen<byte[]> Binaries = Gen.Elements<byte>(0, 1, 2, 254, 255).ArrayOf();

    [Fact]
    public void KeyBytes_OfTwoStrings_SortAsTheirUtf8() => Prop.ForAll(Arb.From(Texts.Two()), static pair =>
    {
        var (left, right) = pair;
        var expected = Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
        return Sign(Key(left), Key(right)) == expected && Math.Sign(ValueOrder.CompareText(left, right)) == expected;
    }).Check();

    [Fact]
    public void KeyBytes_OfTwoBinaries_SortAsTheBytes() => Prop.ForAll(Arb.From(Binaries.Two()), static pair =>
        Sign(KeyEncoder.Extend([], new BinaryValue(pair.Item1)), KeyEncoder.Extend([], new BinaryValue(pair.Item2)))
            == Math.Sign(pair.Item1.AsSpan().SequenceCompareTo(pair.Item2))).Check();

    [Fact]
    public void KeyBytes_LeftOpen_BeginTheKeysOfWhatBeginsSo() => Prop.ForAll(Arb.From(Texts.Two()), static pair =>
        Key(pair.Item1).AsSpan().StartsWith(KeyEncoder.Extend([], new StringValue(pair.Item2), open: true))
            == pair.Item1.StartsWith(pair.Item2, StringComparison.Ordinal)).Check();

    [Fact]
    public void KeyBytes_OfTwoValues_CannotBeTakenForOthers() => Prop.ForAll(Arb.From(Texts.Four()), static texts =>
    {
        var (a, b, c, d) = texts;
        var first = KeyEncoder.Extend(Key(a), new StringValue(b));
        var second = KeyEncoder.Extend(Key(c), new StringValue(d));
        return first.AsSpan().SequenceEqual(second) == (a == c && b == d);
    }).Check();

    [Fact]
    public void KeyBytes_OfTwoNumbers_SortAsTheNumbers() => Any.Holds(Numbers.Any.Generator.Two(), static pair =>
        Assert.Equal(Math.Sign(pair.Item1.CompareTo(pair.Item2)), Sign(Key(pair.Item1), Key(pair.Item2))));

    [Theory]
    [InlineData("0", "80")]
    [InlineData("1", "C0820B00")]
    [InlineData("10", "C0830B00")]
    [InlineData("-1", "407DF4FF")]
    [InlineData("129.95", "C0840D643300")]
    [InlineData("0.05", "C0803300")]
    [InlineData("-1001.5", "407AF4FDCCFF")]
    public void KeyBytes_OfANumber_NeverChange(string number, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexString(Key(NumberText.Parse(number))));

    [Fact]
    public void KeyBytes_OfAnItemInItsBytes_AreThoseOfItsValues() => Any.Holds(Items.All, static item =>
    {
        using var buffer = WireBuffer.Rent();
        item.WriteTo(buffer);
        var wire = new MapValue(buffer.WrittenSpan.ToArray(), item.ItemSize);
        foreach (var (name, value) in item.Members)
        {
            foreach (var kind in (ValueKind[])[ValueKind.S, ValueKind.N, ValueKind.B])
            {
                var keys = new KeySchema([new KeyElement(name, kind, IsHash: true)]);
                var expected = keys.Covers(item) ? KeyEncoder.Partition([value]) : null;
                Assert.Equal(expected, KeyEncoder.TryTableKey(keys, wire));
                Assert.Equal(expected, KeyEncoder.TryTableKey(keys, item));
            }
        }
    });

    private static byte[] Key(DynamoNumber number) => KeyEncoder.Extend([], new NumberValue(number));

    private static byte[] Key(string text) => KeyEncoder.Extend([], new StringValue(text));

    private static int Sign(byte[] left, byte[] right) => Math.Sign(left.AsSpan().SequenceCompareTo(right));
}
