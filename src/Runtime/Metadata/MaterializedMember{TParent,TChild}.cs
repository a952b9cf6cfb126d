namespace DynamoToolkit;

/// <summary>A materialized member, with the types of the parent and its children.</summary>
/// <typeparam name="TParent">The type that has the member.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
public abstract class MaterializedMember<TParent, TChild> : MaterializedMember
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly Func<ItemKey<TChild>, ChildPlace<TParent>> placeOf;
    private readonly Func<ItemKey<TParent>, ChildRange> childrenOf;

    private protected MaterializedMember(
        string memberName,
        string attributeName,
        Func<ItemKey<TChild>, ChildPlace<TParent>> placeOf,
        Func<ItemKey<TParent>, ChildRange> childrenOf)
        : base(memberName, attributeName)
    {
        ArgumentNullException.ThrowIfNull(placeOf);
        ArgumentNullException.ThrowIfNull(childrenOf);
        this.placeOf = placeOf;
        this.childrenOf = childrenOf;
    }

    /// <inheritdoc/>
    public override TableModel Parent => TParent.Model;

    /// <inheritdoc/>
    public override TableModel Child => TChild.Model;

    /// <summary>The parent of a child, and the child's key in the parent's map.</summary>
    /// <exception cref="ArgumentException">The key is not one of the child's type.</exception>
    internal ChildPlace<TParent> PlaceOf(ItemKey<TChild> child) =>
        placeOf(child) is { Parent.Partition.IsNone: false } place
            ? place
            : throw new ArgumentException($"'{child}' is not a key of {TChild.Model.ItemType.Name}.", nameof(child));

    /// <summary>Where the children of a parent are.</summary>
    /// <exception cref="ArgumentException">The key is not one of the parent's type.</exception>
    internal ChildRange ChildrenOf(ItemKey<TParent> parent) =>
        childrenOf(parent) is { Partition.IsNone: false } range
            ? range
            : throw new ArgumentException($"'{parent}' is not a key of {TParent.Model.ItemType.Name}.", nameof(parent));
}
