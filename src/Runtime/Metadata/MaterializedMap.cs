using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>
/// Copies of children's values in a map of their parent. The generator creates one for each member with
/// <see cref="MaterializeAttribute"/>.
/// </summary>
/// <typeparam name="TParent">The type that has the map.</typeparam>
/// <typeparam name="TChild">The type of the children.</typeparam>
public sealed class MaterializedMap<TParent, TChild> : MaterializedMember<TParent, TChild>
    where TParent : IItem<TParent>
    where TChild : IItem<TChild>
{
    private readonly Func<TChild, KeyValue> valueOf;

    /// <summary>Describes the map. Called by generated code.</summary>
    /// <param name="memberName">The member's name.</param>
    /// <param name="attributeName">The attribute that holds the map.</param>
    /// <param name="placeOf">Returns where a child belongs; the default value if its key is not one of its type.</param>
    /// <param name="childrenOf">Returns where the children of a parent are; the default value if its key is not one of its type.</param>
    /// <param name="valueOf">Returns the value of a child, as its attribute stores it; the default value for null.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MaterializedMap(
        string memberName,
        string attributeName,
        Func<ItemKey<TChild>, ChildPlace<TParent>> placeOf,
        Func<ItemKey<TParent>, ChildRange> childrenOf,
        Func<TChild, KeyValue> valueOf)
        : base(memberName, attributeName, placeOf, childrenOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        this.valueOf = valueOf;
    }

    /// <summary>Patterns of the keys that are copied; all keys if there are none.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Patterns of the keys that are not copied, although they match <see cref="Where"/>.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>How large the copies may be, keys and values together as DynamoDB counts them.</summary>
    public int MaxBytes { get; init; } = MaterializeAttribute.DefaultMaxBytes;

    /// <summary>Whether the map has the value of children with a key. If not, only the children themselves have it.</summary>
    /// <param name="key">The key in the map.</param>
    public bool Includes(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (Where.Count == 0 || Where.Any(pattern => NamePattern.Matches(pattern, key)))
            && !Except.Any(pattern => NamePattern.Matches(pattern, key));
    }

    /// <summary>The value of a child; the default value if it has none.</summary>
    internal KeyValue ValueOf(TChild child) => valueOf(child);

    internal override TResult Accept<TResult>(IMaterializedVisitor<TResult> visitor) => visitor.Visit(this);
}
