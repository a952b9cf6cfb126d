using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Writes keys as the baseline has them.</summary>
internal static class KeyTexts
{
    /// <summary>
    /// What a key of an item consists of: the name of an attribute, or a template in quotes. A template names attributes, and how they look
    /// in the
    /// text where that is not the text itself: <c>"EXP#{experimentId}#{startTime:long}"</c>.
    /// </summary>
    public static string Of(ItemSpec item, KeySpec key)
    {
        if (key.Member is not null)
            return SchemaText.Name(key.AttributeName);
        return SchemaText.Quoted(string.Concat(key.Parts.Select(part =>
            part.Member is null ? part.Literal!.Replace("{", "{{").Replace("}", "}}") : Part(item.Member(part.Member)))));
    }

    /// <summary>The keys of an index: <c>partition "STATE#{state}", sort priority</c>.</summary>
    public static string Of(ItemSpec item, IndexSpec index) => index.IsLocal
        ? $"sort {Joined(index.Sort, key => Of(item, key))}"
        : WithSort($"partition {Joined(index.Partition, key => Of(item, key))}", index, key => Of(item, key));

    /// <summary>The schema of an index: <c>partition pk S, sort sk N, projects all</c>.</summary>
    public static string SchemaOf(IndexSpec index)
    {
        var keys = index.IsLocal
            ? $"sort {Joined(index.Sort, AttributeOf)}"
            : WithSort($"partition {Joined(index.Partition, AttributeOf)}", index, AttributeOf);
        var projection = index.Projection switch
        {
            IndexProjectionSpec.All => "all",
            IndexProjectionSpec.KeysOnly => "keys",
            _ => string.Join(" + ", index.Include.OrderBy(name => name, StringComparer.Ordinal).Select(SchemaText.Name)),
        };
        return $"{keys}, projects {projection}";
    }

    /// <summary>The schema of a table's key: <c>partition pk S, sort sk S</c>.</summary>
    public static string SchemaOf(KeySpec partition, KeySpec? sort) =>
        $"partition {AttributeOf(partition)}" + (sort is null ? "" : $", sort {AttributeOf(sort)}");

    /// <summary>The shards of a key: <c>16 also 4 by id</c>.</summary>
    public static string Of(ItemSpec item, ShardSpec shard)
    {
        var also = shard.Also == 0 ? "" : $" also {shard.Also}";
        var by = shard.IsRandom
            ? " random"
            : $" by {string.Join(" + ", shard.Members.Select(name => SchemaText.Name(item.Member(name).AttributeName)))}";
        return $"{shard.Count}{also}{by}";
    }

    private static string Part(MemberSpec member) =>
        StoredTypes.KeyFormOf(member.Value) is { } form ? $"{{{member.AttributeName}:{form}}}" : $"{{{member.AttributeName}}}";

    private static string AttributeOf(KeySpec key) => $"{SchemaText.Name(key.AttributeName)} {key.Wire}";

    private static string WithSort(string partition, IndexSpec index, Func<KeySpec, string> text) =>
        index.Sort.Count == 0 ? partition : $"{partition}, sort {Joined(index.Sort, text)}";

    private static string Joined(IEnumerable<KeySpec> keys, Func<KeySpec, string> text) => string.Join(" + ", keys.Select(text));
}
