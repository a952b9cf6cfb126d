using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Checks that the key of a child determines its parent, and that one query finds all children of a parent.</summary>
internal sealed class ChildKeys(List<StoredMember> members, KeySpec?[] tableKeys, ItemSpec child)
{
    private readonly List<string> ofParent = [.. tableKeys.OfType<KeySpec>().SelectMany(key => key.Members).Distinct()];
    private readonly List<string> ofChild = [.. KeysOf(child).SelectMany(key => key.Members).Distinct()];

    /// <summary>Why children have no parent, or several the same place in it; null if all is well.</summary>
    /// <param name="key">The member that is the key in the map; null for a number of children.</param>
    public string? Refusal(string? key)
    {
        var name = child.Type.Name;
        if (MaterializeParser.MovesRefusal(KeysOf(child)) is { } moves)
            return $"'{name}' has {moves}";
        foreach (var part in ofParent)
        {
            if (!ofChild.Contains(part))
                return $"the key of '{name}' has no '{part}', so it does not say which item is the parent; add the member to that key";
            var own = members.First(member => member.Spec.Name == part).Spec.Value;
            if (own with { IsNullable = false } != child.Member(part).Value with { IsNullable = false })
                return $"'{part}' has another type in '{name}'; give both the same";
        }

        if (child.PartitionKey!.Members.FirstOrDefault(part => !ofParent.Contains(part)) is { } spread)
        {
            return $"the partition key of '{name}' contains '{spread}', so no query finds all children of an item; "
                + "move that member to the sort key";
        }

        return key is null ? null : KeyRefusal(name, key);
    }

    private string? KeyRefusal(string name, string key)
    {
        if (!ofChild.Contains(key) || ofParent.Contains(key))
            return $"'{key}' is not a part of the key of '{name}' that tells the children of an item apart; name that part";
        if (child.Member(key).Value is not { Kind: ValueKind.String, CustomConverter: null })
            return $"'{key}' is not a string, and the keys of a map are strings";
        return ofChild.FirstOrDefault(part => part != key && !ofParent.Contains(part)) is { } other
            ? $"two children of one item can have the same '{key}', because the key of '{name}' also contains '{other}'; "
                + "use a child with one key for each place in the map"
            : null;
    }

    private static IEnumerable<KeySpec> KeysOf(ItemSpec item) => new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>();
}
