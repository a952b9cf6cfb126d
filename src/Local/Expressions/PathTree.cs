namespace DynamoToolkit.Local.Expressions;

/// <summary>
/// Document paths laid over each other: what begins the same is one branch. With it an item is walked once, however many paths there are,
/// and all of them mean the item as it was before.
/// </summary>
internal sealed class PathTree<T>
    where T : class
{
    private SortedDictionary<string, PathTree<T>>? members;
    private SortedDictionary<int, PathTree<T>>? places;

    /// <summary>What stands at the end of a path; null inside the tree.</summary>
    public T? Leaf { get; private set; }

    /// <summary>The branches by member name.</summary>
    public IReadOnlyDictionary<string, PathTree<T>>? Members => members;

    /// <summary>The branches by place in a list, in order.</summary>
    public IReadOnlyDictionary<int, PathTree<T>>? Places => places;

    /// <summary>Adds a path. The paths must have been checked: none is another's beginning, none disagrees about what is a list.</summary>
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

        places ??= [];
        return places.TryGetValue(element.Index, out var place) ? place : places[element.Index] = new PathTree<T>();
    }
}
