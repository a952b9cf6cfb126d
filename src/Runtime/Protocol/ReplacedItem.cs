using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Patterns.Uniqueness;

namespace DynamoToolkit.Protocol;

/// <summary>
/// What a write knows of the item that it replaces or deletes, and on what other items of the table depend. It is taken out of the item at
/// once, so that later changes to the object in memory do not matter.
/// </summary>
internal sealed class ReplacedItem
{
    private ReplacedItem(TableModel model, object item)
    {
        if (model.Unique is { } unique)
            Values = HeldValues.Of(unique, item);
        if (model.Trigrams is { AreTracked: true } trigrams)
            Texts = IndexedTexts.Of(trigrams, item);
    }

    /// <summary>The unique values; null if the type has none.</summary>
    public HeldValues? Values { get; }

    /// <summary>The indexed texts; null if the type has none, or a worker keeps the indexes.</summary>
    public IndexedTexts? Texts { get; }

    /// <summary>What is known of an item; null if nothing depends on items of the type.</summary>
    public static ReplacedItem? Of(TableModel model, object item) => model.IsTracked ? new ReplacedItem(model, item) : null;

    /// <summary>
    /// The condition that the stored item is still the one that is known. Otherwise another writer has changed it, and with it what depends
    /// on it.
    /// </summary>
    public Condition IsStored() =>
        Values is null ? Texts!.AreStored()
        : Texts is null ? Values.AreStored()
        : Condition.Both(Values.AreStored(), Texts.AreStored());
}
