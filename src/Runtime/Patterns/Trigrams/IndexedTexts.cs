using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// What an item has in the indexes that its writers keep, at one moment. It is taken out of the item at once, so that later changes to the
/// object in memory do not matter.
/// </summary>
internal sealed class IndexedTexts
{
    private IndexedTexts(TrigramModel model, object item)
    {
        var expires = ExpiresOf(model, item);
        All = [.. model.OfWriters.Select(
            index => new IndexedText(index, index.KeyOf(item), index.TextOf(item), index.Stamp!.Of(item), expires))];
    }

    /// <summary>The texts, in the order of the indexes.</summary>
    public IReadOnlyList<IndexedText> All { get; }

    /// <summary>The texts of an item.</summary>
    public static IndexedTexts Of(TrigramModel model, object item) => new(model, item);

    /// <summary>What an item has in the indexes that a worker keeps, without stamps, which only the item's ledger has.</summary>
    /// <param name="model">The indexes.</param>
    /// <param name="item">The item; null if it does not exist.</param>
    public static IReadOnlyList<IndexedText> OfStream(TrigramModel model, object? item)
    {
        var expires = item is null ? null : ExpiresOf(model, item);
        return [.. model.OfStream.Select(
            index => item is null
                ? new IndexedText(index, Key: null, Text: null, default, expires)
                : new IndexedText(index, index.KeyOf(item), index.TextOf(item), default, expires))];
    }

    /// <summary>
    /// The condition that the stored item has these stamps. Otherwise another writer has changed a text, and with it the postings.
    /// </summary>
    public Condition AreStored()
    {
        Condition? all = null;
        foreach (var text in All)
        {
            var path = new AttributePath(text.Index.Stamp!.AttributeName);
            all = Condition.Both(
                all,
                text.Stamp.Text is { } stamp
                    ? new EqualsKeyCondition(path, KeyValue.Of(stamp))
                    : new ExistenceCondition(path, exists: false));
        }

        return all!;
    }

    private static long? ExpiresOf(TrigramModel model, object item) =>
        model.Expires?.ValueOf(item) is { IsNone: false } value ? value.As<long, NumberConverter<long>>() : null;
}
