using System.Globalization;
using System.Numerics;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// How an item type's versions are kept: the number in the sort key, the attributes that only version 0 has, and who saved a version.
/// </summary>
/// <param name="latestVersionAttributeName">The name of the attribute that only version 0 has.</param>
/// <param name="number">The member that holds the version.</param>
/// <param name="copy">
/// Returns a shallow copy of an item. A save prepares a copy, so that the caller's item does not change.
/// </param>
public sealed class VersionModel(string latestVersionAttributeName, VersionNumberModel number, Func<object, object> copy)
{
    /// <summary>The name of the attribute that holds the id of a write, in the items of saves that have one.</summary>
    public const string WriteIdAttributeName = "_writeId";

    private readonly byte[] utf8LatestVersion = Encoding.UTF8.GetBytes(latestVersionAttributeName);
    private readonly byte[] utf8WriteId = Encoding.UTF8.GetBytes(WriteIdAttributeName);

    /// <summary>The name of the attribute that only version 0 has: the number of the version that it is a copy of.</summary>
    public string LatestVersionAttributeName { get; } = latestVersionAttributeName;

    /// <summary>The names of the other attributes that only version 0 has.</summary>
    public IReadOnlyList<string> LatestOnlyAttributes { get; init; } = [];

    /// <summary>Assigns the members of those attributes from one item to another.</summary>
    public Action<object, object>? CopyLatestOnly { get; init; }

    /// <summary>
    /// The text that follows the version in the sort key's template, which may be empty; null if the sort key is the number itself.
    /// </summary>
    public string? SortKeySuffix { get; init; }

    /// <summary>The member that holds who saved the first version, or null if the type has none.</summary>
    public AuthorModel? CreatedBy { get; init; }

    /// <summary>The member that holds who saved the version, or null if the type has none.</summary>
    public AuthorModel? UpdatedBy { get; init; }

    /// <summary>Whether items hold attributes that no member reads, which could have a reserved name.</summary>
    public bool HasExtraAttributes { get; init; }

    /// <summary>The member that holds the version.</summary>
    internal VersionNumberModel Number { get; } = number;

    private int Width => Number.Max == int.MaxValue ? KeyTextForms.WidthOf<int>() : KeyTextForms.WidthOf<long>();

    /// <summary>A shallow copy of an item.</summary>
    internal object Copy(object item) => copy(item);

    /// <summary>Whether an attribute is written by saves alone.</summary>
    internal bool IsReserved(string attributeName) =>
        attributeName == LatestVersionAttributeName || attributeName == WriteIdAttributeName;

    /// <summary>Whether a sort key is that of version 0.</summary>
    internal bool IsLatest(in KeyValue sort) => SortKeySuffix is null
        ? sort == KeyValue.Of(0L)
        : sort.Text is { } text && text.EndsWith(SortKeyEnd(0), StringComparison.Ordinal);

    /// <summary>Whether an item is version 0.</summary>
    /// <param name="item">A cursor before the item.</param>
    internal bool IsLatest(JsonCursor item)
    {
        while (item.NextMember(out var name))
        {
            if (name.SequenceEqual(utf8LatestVersion))
                return true;
            item.Skip();
        }

        return false;
    }

    /// <summary>The sort key of a version.</summary>
    /// <param name="sort">The sort key of any version of the same history.</param>
    /// <param name="version">The version.</param>
    internal KeyValue SortKeyOf(in KeyValue sort, long version)
    {
        if (SortKeySuffix is null)
            return KeyValue.Of(version);
        var end = SortKeyEnd(version);
        return KeyValue.Of(string.Concat(sort.Text.AsSpan(0, sort.Text!.Length - end.Length), end));
    }

    /// <summary>The version that a sort key has.</summary>
    internal long VersionOf(in KeyValue sort)
    {
        if (SortKeySuffix is null)
            return sort.As<long, NumberConverter<long>>();

        // The first digit of the form is the sign, and versions have none.
        var digits = sort.Text.AsSpan(0, sort.Text!.Length - SortKeySuffix.Length)[^(Width - 1)..];
        return long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Refuses an item whose attributes that no member reads have a reserved name.</summary>
    /// <exception cref="InvalidAttributeValueException">One has.</exception>
    internal void ThrowIfReserved(ReadOnlySpan<byte> item)
    {
        if (!HasExtraAttributes)
            return;
        var cursor = new JsonCursor(item);
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual(utf8LatestVersion) || name.SequenceEqual(utf8WriteId))
            {
                throw new InvalidAttributeValueException(
                    Encoding.UTF8.GetString(name), "is written only by saves of versions. Remove it from the extra attributes.");
            }

            cursor.Skip();
        }
    }

    /// <summary>The end of the sort key of a version: the number in its form, and the text after it.</summary>
    private string SortKeyEnd(long version) =>
        (Number.Max == int.MaxValue ? Form(checked((int)version)) : Form(version)) + SortKeySuffix;

    private static string Form<T>(T version)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<byte> ascii = stackalloc byte[KeyTextForms.MaxBytes];
        return Encoding.ASCII.GetString(ascii[..KeyTextForms.Format(ascii, version)]);
    }
}
