using System.Text;

namespace DynamoToolkit.Runtime.Tests.Tables;

public sealed class TextBoundsTests
{
    private const int Most = KeyModel.MaxSortBytes;

    public static TheoryData<string> Texts =>
        [
            "a", "METRIC#", "\0", "a\0", "\u007f", "\u0080", "é", "߿", "ࠀ", "\ud7ff", "\ue000", "\uffff", "\U00010000", "\U0010ffff",
            new string('x', Most), new string('x', Most - 1) + "\0", new string('x', Most - 3)
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Below_IsTheGreatestKeyBeforeTheText(string text)
    {
        var below = TextBounds.Below(text);
        Assert.True(Compare(below, text) < 0);
        Assert.InRange(Bytes(below).Length, 0, Most);

        // Nothing that fits lies between the two.
        Assert.True(text.EndsWith('\0') ? below == text[..^1] : Bytes(below).Length > Most - 4 || below.Length == 0);
        Assert.DoesNotContain("\ufffd", Encoding.UTF8.GetString(Bytes(below)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Last_IsTheGreatestKeyWithThePrefix(string prefix)
    {
        var last = TextBounds.Last(prefix);
        Assert.StartsWith(prefix, last, StringComparison.Ordinal);
        Assert.Equal(Most, Bytes(last).Length);
        foreach (var other in new[] { prefix, prefix + "\uffff", prefix + "\U0010ffff", prefix + "zzz" })
            Assert.True(Bytes(other).Length > Most || Compare(other, last) <= 0);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Above_IsTheLeastKeyBehindTheText(string text)
    {
        var above = TextBounds.Above(text);
        Assert.True(Compare(above, text) > 0);
        Assert.True(Bytes(above).Length <= Most);
        Assert.True(Bytes(text).Length == Most || above == text + "\0");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static int Compare(string first, string second) => Bytes(first).AsSpan().SequenceCompareTo(Bytes(second));
}
