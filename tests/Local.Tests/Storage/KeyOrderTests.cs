using System.Text;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Local.Values;
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

    private static byte[] Key(string text) => KeyEncoder.Extend([], new StringValue(text));

    private static int Sign(byte[] left, byte[] right) => Math.Sign(left.AsSpan().SequenceCompareTo(right));
}
