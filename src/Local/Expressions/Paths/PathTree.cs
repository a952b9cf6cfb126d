namespace DynamoToolkit.Local.Expressions.Paths;

/// <summary>
/// Document paths as a tree: paths with the same beginning share a branch. The tree lets any number of paths be applied in one pass over
/// the item, so that all of them see the item as it was before.
/// </summary>
internal sealed class PathTree<T>
    where T : class
{
    private SortedDictionary<string, PathTree<T>>? members;
    private SortedDictionary<int, PathTree<T>>? indexes;

    /// <summary>What belongs to the path that ends here; null for inner nodes.</summary>
    public T? Leaf { get; private set; }

    /// <summary>The branches by member name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, PathTree<T>>? Members => members;

    /// <summary>The branches by list index, in order.</summary>
    public IReadOnlyDictionary<int, PathTree<T>>? Indexes => indexes;

    /// <summary>
    /// Adds a path. The caller has checked that no path begins another and that no two paths disagree about what is a list.
    /// </summary>
    public void Add(DocumentPath path, T leaf)
    {
        var node = this;
        foreach (var element in path.Elements)
            node = node.Child(element);
        node.Leaf = leaf;
    }

    private PathTree<T> Child(PathElement element)
    {
        if (element.Name is not null)
        {
            members ??= new SortedDictionary<string, PathTree<T>>(StringComparer.Ordinal);
            return members.TryGetValue(element.Name, out var member) ? member : members[element.Name] = new PathTree<T>();
        }

        indexes ??= [];
        return indexes.TryGetValue(element.Index, out var child) ? child : indexes[element.Index] = new PathTree<T>();
    }
}
