using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// What an item has in the indexes of its type, at one moment. It is taken out of the item at once, so that later changes to the
/// object in memory do not matter.
/// </summary>
internal sealed class IndexedTexts
{
    private IndexedTexts(TrigramModel model, object item)
    {
        long? expires = model.Expires?.ValueOf(item) is { IsNone: false } value ? value.As<long, NumberConverter<long>>() : null;
        All = [.. model.Indexes.Select(
            index => new IndexedText(index, index.KeyOf(item), index.TextOf(item), index.Stamp.Of(item), expires))];
    }

    /// <summary>The texts, in the order of the indexes.</summary>
    public IReadOnlyList<IndexedText> All { get; }

    /// <summary>The texts of an item.</summary>
    public static IndexedTexts Of(TrigramModel model, object item) => new(model, item);

    /// <summary>
    /// The condition that the stored item has these stamps. Otherwise another writer has changed a text, and with it the postings.
    /// </summary>
    public Condition AreStored()
    {
        Condition? all = null;
        foreach (var text in All)
        {
            var path = new AttributePath(text.Index.Stamp.AttributeName);
            all = Condition.Both(
                all,
                text.Stamp.Text is { } stamp
                    ? new EqualsKeyCondition(path, KeyValue.Of(stamp))
                    : new ExistenceCondition(path, exists: false));
        }

        return all!;
    }
}
