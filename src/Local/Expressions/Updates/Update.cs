using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary>A parsed update: a set of changes that all see the item as it was before.</summary>
internal sealed class Update
{
    private readonly PathTree<UpdateAction> tree = new();
    private readonly bool isLegacy;

    public Update(IReadOnlyList<UpdateAction> actions, bool isLegacy = false)
    {
        Actions = actions;
        this.isLegacy = isLegacy;
        foreach (var action in actions)
            tree.Add(action.Path, action);
    }

    /// <summary>The changes, in the order of the expression.</summary>
    public IReadOnlyList<UpdateAction> Actions { get; }

    /// <summary>
    /// Whether the update can only take something away. Such an update leaves a missing item missing, whatever its paths are.
    /// </summary>
    public bool OnlyRemoves => Actions.All(static action => action.Kind is UpdateActionKind.Remove or UpdateActionKind.Delete);

    /// <summary>The item after the changes.</summary>
    /// <exception cref="DynamoError">The item does not have what the update needs.</exception>
    public MapValue Apply(MapValue item)
    {
        if (!item.IsWire)
            return ApplyToMap(item, tree.Members!, item);

        // An item that has its bytes keeps those of all attributes that do not change.
        var edit = new WireEdit(item);
        foreach (var (name, node) in tree.Members!)
        {
            var old = item.Get(name);
            edit.Set(name, old, Apply(old, node, item));
        }

        return edit.ToMap();
    }

    private Value? Apply(Value? value, PathTree<UpdateAction> node, MapValue item)
    {
        if (node.Leaf is not null)
            return Change(value, node.Leaf, item);

        return value switch
        {
            MapValue map when node.Members is not null => ApplyToMap(map, node.Members, item),
            ListValue list when node.Indexes is not null => ApplyToList(list, node.Indexes, item),
            _ => throw UpdateErrors.InvalidPath(),
        };
    }

    private MapValue ApplyToMap(MapValue map, IReadOnlyDictionary<string, PathTree<UpdateAction>> nodes, MapValue item)
    {
        var members = new Dictionary<string, Value>(map.Members);
        foreach (var (name, node) in nodes)
        {
            if (Apply(map.Get(name), node, item) is { } changed)
                members[name] = changed;
            else
                members.Remove(name);
        }

        return new MapValue(members);
    }

    // Elements beyond the end of the list are appended in order, without gaps.
    private ListValue ApplyToList(ListValue list, IReadOnlyDictionary<int, PathTree<UpdateAction>> nodes, MapValue item)
    {
        var elements = new List<Value>(list.Elements.Length + nodes.Count);
        for (var i = 0; i < list.Elements.Length; i++)
        {
            var element = nodes.TryGetValue(i, out var node) ? Apply(list.Elements[i], node, item) : list.Elements[i];
            if (element is not null)
                elements.Add(element);
        }

        foreach (var (index, node) in nodes)
        {
            if (index >= list.Elements.Length && Apply(null, node, item) is { } added)
                elements.Add(added);
        }

        return new ListValue([.. elements]);
    }

    private Value? Change(Value? value, UpdateAction action, MapValue item)
    {
        switch (action.Kind)
        {
            case UpdateActionKind.Remove:
                return null;
            case UpdateActionKind.Set:
                return action.Operand!.Evaluate(item) ?? throw UpdateErrors.NoSuchAttribute();
            case UpdateActionKind.Add:
                return Add(value, action.Operand!.Evaluate(item)!);
            default:
                var removed = (SetValue)action.Operand!.Evaluate(item)!;
                if (value is null)
                    return null;
                return value is SetValue set && set.Kind == removed.Kind ? set.Except(removed) : throw UpdateErrors.WrongType(isLegacy);
        }
    }

    private Value Add(Value? value, Value operand) => (value, operand) switch
    {
        (null, _) => operand,
        (NumberValue own, NumberValue added) => new NumberValue(own.Number + added.Number),
        (SetValue own, SetValue added) when own.Kind == added.Kind => own.Union(added),

        // Only the older AttributeUpdates can add a list.
        (ListValue own, ListValue added) => new ListValue([.. own.Elements, .. added.Elements]),
        _ => throw UpdateErrors.WrongType(isLegacy),
    };
}
