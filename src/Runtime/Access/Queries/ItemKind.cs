using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One of the item types that a query reads together.</summary>
internal abstract class ItemKind<TBase>(TableModel model)
{
    private readonly KeyCheck? check = KeyCheck.OfAll(model);

    public TableModel Model { get; } = model;

    public abstract TBase Read(ref JsonCursor reader);

    /// <summary>Whether an item is of the type.</summary>
    /// <param name="item">A cursor before the item.</param>
    /// <param name="index">The index that is read; null for the table.</param>
    /// <param name="readsLatest">Whether the read returns the copies of latest versions, and not the versions.</param>
    public bool Has(JsonCursor item, IndexModel? index, bool readsLatest) =>
        check?.Holds(item) != false
        && Model.Discriminator?.Matches(item) != false
        && VersionFilter.Holds(Model, index, readsLatest, item);
}
