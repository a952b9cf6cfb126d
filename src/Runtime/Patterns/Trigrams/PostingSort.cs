using System.Security.Cryptography;
using System.Text;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The sort keys of postings: <c>{third code point}#{owner}#{stamp}</c>. In the lists of all texts the code point is missing. So the
/// postings of an owner are neighbours in a list, and searches return owners in the order of their keys.
/// </summary>
internal static class PostingSort
{
    /// <summary>A longer owner's key stands there as a hash. A sort key has at most 1,024 bytes.</summary>
    private const int MaxOwnerBytes = 900;

    /// <summary>Begins a hash. A key never looks like this: a percent sign in it is escaped.</summary>
    private const string HashPrefix = "%sha256-";

    private const char Separator = '#';

    /// <summary>The character that follows the separator: it ends what begins with one.</summary>
    private const char AfterSeparator = '$';

    /// <summary>A posting's sort key.</summary>
    /// <param name="tail">The third code point; empty in the lists of all texts.</param>
    /// <param name="owner">The owner, as <see cref="Of{T}"/> returns it.</param>
    /// <param name="stamp">The stamp.</param>
    public static string Of(string tail, string owner, string stamp) => $"{tail}{Separator}{owner}{Separator}{stamp}";

    /// <summary>An owner's key as it stands in sort keys.</summary>
    public static string Of<T>(ItemKey<T> owner)
        where T : IItem<T>
    {
        var text = $"{KeyEscape.Of(owner.Partition.ToString())}{Separator}{KeyEscape.Of(owner.Sort.ToString())}";
        return Encoding.UTF8.GetByteCount(text) <= MaxOwnerBytes
            ? text
            : HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether the owner's key is a hash.</summary>
    public static bool HidesOwner(string sort) => RestOf(sort).StartsWith(HashPrefix, StringComparison.Ordinal);

    /// <summary>The owner's key of a posting that does not hide it.</summary>
    /// <exception cref="ItemFormatException">The sort key is not that of a posting.</exception>
    public static ItemKey<T> OwnerOf<T>(string sort)
        where T : IItem<T> =>
        RestOf(sort).ToString().Split(Separator) is [{ Length: > 0 } partition, { Length: > 0 } own, _]
            ? new ItemKey<T>(KeyValue.Of(Unescape(partition)), KeyValue.Of(Unescape(own)))
            : throw new ItemFormatException(T.Model.Sort!.AttributeName, "the sort key of a posting", $"'{sort}'");

    /// <summary>The third code point; empty in the lists of all texts.</summary>
    public static string TailOf(string sort) => sort[..TailLength(sort)];

    /// <summary>What all postings of a tail begin with.</summary>
    public static string First(string tail) => tail + Separator;

    /// <summary>What is greater than all postings of a tail, and not greater than any other.</summary>
    public static string Behind(string tail) => tail + AfterSeparator;

    /// <summary>What is greater than all postings that the owner of one of them has in the list, and not greater than any other.</summary>
    public static string BehindOwner(string sort) => sort[..sort.LastIndexOf(Separator)] + AfterSeparator;

    /// <summary>The owner in a sort key, as <see cref="Of{T}"/> returns it.</summary>
    public static string OwnerTextOf(string sort)
    {
        var start = TailLength(sort) + 1;
        var end = sort.LastIndexOf(Separator);
        return end > start ? sort[start..end] : "";
    }

    /// <summary>The stamp in a sort key.</summary>
    public static string StampOf(string sort) => sort[(sort.LastIndexOf(Separator) + 1)..];

    /// <summary>Where an owner begins in a list, whether or not it has postings there.</summary>
    public static string At(string tail, string owner) => First(tail) + owner;

    /// <summary>Whether two postings are neighbours of one owner: all but their stamps is equal.</summary>
    public static bool HaveOneOwner(string sort, string other) =>
        sort.AsSpan(0, sort.LastIndexOf(Separator)).SequenceEqual(other.AsSpan(0, other.LastIndexOf(Separator)));

    private static ReadOnlySpan<char> RestOf(string sort) => sort.AsSpan(Math.Min(TailLength(sort) + 1, sort.Length));

    // The code point may be the separator, and no owner begins with one.
    private static int TailLength(string sort) =>
        sort.StartsWith(Separator) && !sort.StartsWith("##", StringComparison.Ordinal) ? 0
        : char.IsHighSurrogate(sort[0]) ? 2
        : 1;

    private static string Unescape(string text) => text.Replace("%23", "#").Replace("%25", "%");
}
