using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Paths;

/// <summary>The parts of an item to return.</summary>
internal sealed class Projection
{
    private readonly PathTree<DocumentPath> tree = new();

    public Projection(IReadOnlyList<DocumentPath> paths)
    {
        Paths = paths;
        foreach (var path in paths)
            tree.Add(path, path);
    }

    /// <summary>The paths to return.</summary>
    public IReadOnlyList<DocumentPath> Paths { get; }

    /// <summary>A projection of whole attributes.</summary>
    public static Projection Of(IEnumerable<string> attributes) =>
        new([.. attributes.Select(static name => new DocumentPath([PathElement.Member(name)]))]);

    /// <summary>The parts of the item that exist. Elements of a list close ranks.</summary>
    public MapValue Apply(MapValue item) => Pick(item, tree) as MapValue ?? MapValue.Empty;

    private static Value? Pick(Value value, PathTree<DocumentPath> node)
    {
        if (node.Leaf is not null)
            return value;

        return value switch
        {
            MapValue map when node.Members is not null => PickMembers(map, node.Members),
            ListValue list when node.Indexes is not null => PickElements(list, node.Indexes),
            _ => null,
        };
    }

    private static MapValue? PickMembers(MapValue map, IReadOnlyDictionary<string, PathTree<DocumentPath>> nodes)
    {
        var picked = new Dictionary<string, Value>();
        foreach (var (name, node) in nodes)
        {
            if (map.TryGet(name, out var member) && Pick(member, node) is { } part)
                picked[name] = part;
        }

        return picked.Count == 0 ? null : new MapValue(picked);
    }

    private static ListValue? PickElements(ListValue list, IReadOnlyDictionary<int, PathTree<DocumentPath>> nodes)
    {
        var picked = new List<Value>();
        foreach (var (index, node) in nodes)
        {
            if (index < list.Elements.Length && Pick(list.Elements[index], node) is { } part)
                picked.Add(part);
        }

        return picked.Count == 0 ? null : new ListValue([.. picked]);
    }
}
