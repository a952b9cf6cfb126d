using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>
/// The number of children of a parent. The generator creates one for each member with <see cref="MaterializedCountAttribute"/>.
/// </summary>
/// <typeparam name="TParent">The type that has the number.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
public sealed class MaterializedCount<TParent, TChild> : MaterializedMember<TParent, TChild>
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    /// <summary>Describes the number. Called by generated code.</summary>
    /// <param name="memberName">The member's name.</param>
    /// <param name="attributeName">The attribute that holds the number.</param>
    /// <param name="placeOf">Returns where a child belongs; the default value if its key is not one of its type.</param>
    /// <param name="childrenOf">Returns where the children of a parent are; the default value if its key is not one of its type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MaterializedCount(
        string memberName,
        string attributeName,
        Func<ItemKey<TChild>, ChildPlace<TParent>> placeOf,
        Func<ItemKey<TParent>, ChildRange> childrenOf)
        : base(memberName, attributeName, placeOf, childrenOf)
    {
    }

    internal override TResult Accept<TResult>(IMaterializedVisitor<TResult> visitor) => visitor.Visit(this);
}
