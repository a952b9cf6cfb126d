using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>
/// Writes how members that the table's key is composed of are taken out of its text where they have no attribute: in an item that an update
/// made, or that comes from an index without them.
/// </summary>
internal static class KeyRecoveryEmitter
{
    /// <summary>Whether there are such members.</summary>
    public static bool Applies(ItemSpec item) => Recovered(item).Any();

    /// <summary>Emits the second look at the item, which only is taken when something is missing.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item, List<MemberSpec> read, LocalNames locals)
    {
        var recovered = Recovered(item).ToList();
        if (recovered.Count == 0)
            return;

        // Every name gets the suffix, which none of the method's own has.
        var taken = read.Select(member => locals[member].TrimStart('@')).Concat(recovered.Select(member => member.Name.ToCamelCase()));
        var inKey = new LocalNames(recovered, "InKey", taken);
        // A member may be called _, so that only 'var _' is a discard.
        var outs = KeyExpressions.Members(item, item.PartitionKey, item.SortKey)
            .Select(member => recovered.Contains(member) ? $"out var {inKey[member]}" : "out var _");
        var missing = string.Join(" || ", recovered.Select(member => $"{locals[member]} is null"));
        if (recovered.Count > 1)
            missing = $"({missing})";
        var condition = $"""
            if ({missing}
                && {ItemKeyReader}.TryRead<{item.Type.Name}>(whole, out var key)
                && {item.Names.TryParseKey}(key, {string.Join(", ", outs)}))
            """;
        using (recovered.Count == 1 ? writer.Indent(condition) : writer.Block(condition))
        {
            foreach (var member in recovered)
                writer.Line($"{locals[member]} ??= {inKey[member]};");
        }

        writer.Line();
    }

    private static IEnumerable<MemberSpec> Recovered(ItemSpec item)
    {
        // What a shard is computed from is not in its text.
        var composed = new[] { item.PartitionKey, item.SortKey }.Where(key => key is { IsComposed: true })
            .Select(key => key!.Shard is { IsRandom: false } ? key.Whole : key).ToArray();
        return KeyExpressions.Members(item, composed)
            .Where(member => member is { HasOwnAttribute: true, Assignment: not MemberAssignment.None });
    }
}
