namespace DynamoToolkit.Shared.Model;

/// <summary>Which C# collection holds a list, set or dictionary.</summary>
internal enum CollectionKind
{
    None,
    Array,

    /// <summary><c>List</c>, <c>HashSet</c> or <c>Dictionary</c>.</summary>
    Standard,

    /// <summary>An interface that the standard collection implements.</summary>
    Interface,

    /// <summary><c>SortedSet</c> or <c>SortedDictionary</c>.</summary>
    Sorted,

    /// <summary><c>ImmutableArray</c>.</summary>
    ImmutableArray,

    /// <summary><c>ImmutableList</c>, <c>ImmutableHashSet</c> or <c>ImmutableDictionary</c>.</summary>
    Immutable,

    /// <summary><c>ImmutableSortedSet</c> or <c>ImmutableSortedDictionary</c>.</summary>
    ImmutableSorted,

    /// <summary><c>FrozenSet</c> or <c>FrozenDictionary</c>.</summary>
    Frozen,
}
