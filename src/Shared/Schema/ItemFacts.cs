using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Collects the facts about an item type or a map.</summary>
internal sealed class ItemFacts
{
    private readonly INamedTypeSymbol type;
    private readonly ItemSpec spec;
    private readonly string owner;
    private readonly List<ModelFact> facts = [];

    private ItemFacts(INamedTypeSymbol type, ItemSpec spec)
    {
        this.type = type;
        this.spec = spec;
        owner = OwnerOf(spec);
    }

    /// <summary>The owner of the facts about a type.</summary>
    public static string OwnerOf(ItemSpec spec) => $"{(spec.TableName is null ? "map" : "item")} {StoredTypes.NameOf(spec.Type)}";

    /// <summary>The facts about a type.</summary>
    public static ModelOwner Of(INamedTypeSymbol type, ItemSpec spec)
    {
        var collected = new ItemFacts(type, spec);
        collected.AddKeys();
        collected.AddMembers();
        collected.AddPatterns();
        return new ModelOwner(collected.owner, SchemaAnchor.Of(type), collected.facts);
    }

    private void AddKeys()
    {
        if (spec.TableName is null || spec.PartitionKey is not { } partition)
            return;
        Add("table", spec.TableName, SchemaAnchor.OfAttribute(type, one => one.IsToolkit(AttributeNames.Table)));
        Add("partition key", KeyTexts.Of(spec, partition), SchemaAnchor.OfKey(type, partition, AttributeNames.PartitionKey));
        if (spec.SortKey is { } sort)
            Add("sort key", KeyTexts.Of(spec, sort), SchemaAnchor.OfKey(type, sort, AttributeNames.SortKey));
        if (partition.Shard is { } shard)
            Add("shards", KeyTexts.Of(spec, shard), Sharded(null));
        foreach (var index in spec.Indexes)
        {
            Add($"index {index.Name}", KeyTexts.Of(spec, index), SchemaAnchor.OfIndex(type, index.Name));
            if (!index.IsLocal && index.Partition[0].Shard is { } ofIndex)
                Add($"shards of index {index.Name}", KeyTexts.Of(spec, ofIndex), Sharded(index.Name));
        }
    }

    private void AddMembers()
    {
        foreach (var member in spec.Members)
        {
            var anchor = SchemaAnchor.OfMember(type, member.Name);
            var name = SchemaText.Name(member.AttributeName);
            if (member.Flatten is { } flatten)
                Add($"flattened {StoredTypes.NameOf(member.Value.Type)} with {SchemaText.Quoted(flatten.Prefix)}", null, anchor);
            else if (member.HasOwnAttribute)
                Add($"attribute {name}", AttributeValue.Write(StoredTypes.Of(member), Presence(member)), anchor);
        }
    }

    private void AddPatterns()
    {
        if (spec.Discriminator is { } discriminator)
        {
            Add(
                "discriminator",
                $"{SchemaText.Name(discriminator.AttributeName)} {SchemaText.Quoted(discriminator.Name)}",
                SchemaAnchor.OfAttribute(type, one => one.IsToolkit(AttributeNames.Type)));
        }

        if (spec.Versions is { } versions)
        {
            Add(
                "versions",
                SchemaText.Name(versions.LatestVersionAttribute),
                SchemaAnchor.OfAttribute(type, one => one.IsToolkit(AttributeNames.VersionControlled)));
        }

        foreach (var unique in spec.Unique)
        {
            var names = unique.Members.Select(name => SchemaText.Name(spec.Member(name).AttributeName));
            Add($"unique {SchemaText.Name(unique.Name)}", string.Join(" + ", names), SchemaAnchor.OfMember(type, unique.Members.Last()));
        }

        foreach (var index in spec.Trigrams)
        {
            var names = index.Scope.Append(index.Text!).Select(name => SchemaText.Name(spec.Member(name).AttributeName));
            var upkeep = index.Upkeep == TrigramUpkeepSpec.Writer ? "" : ", stream";
            Add($"trigrams {SchemaText.Name(index.Name)}", string.Join(" + ", names) + upkeep, SchemaAnchor.OfMember(type, index.Text!));
        }

        // The number of a counter's items is free: a sum counts all that there are.
        foreach (var counter in spec.Counters)
            Add($"counter {SchemaText.Name(counter.Name)}", null, SchemaAnchor.OfMember(type, counter.Member.TrimStart('@')));
    }

    private string Presence(MemberSpec member)
    {
        if (new[] { spec.PartitionKey, spec.SortKey }.Any(key => key?.Members.Contains(member.Name) == true))
            return AttributeValue.Key;
        if (member.Assignment == MemberAssignment.None)
            return AttributeValue.Computed;
        if (member.Value.IsNullable)
            return AttributeValue.Optional;
        var hasDefault = member.HasDefault || member.DefaultText is not null || member.Value.Kind == ValueKind.Set
            || spec.ConstructorParameters.Any(parameter => parameter.Member == member.Name && parameter.DefaultValue is not null);
        return hasDefault ? AttributeValue.Default : AttributeValue.Required;
    }

    private SchemaAnchor Sharded(string? index) => SchemaAnchor.OfAttribute(
        type, one => one.IsToolkit(AttributeNames.WriteSharded) && one.NamedText("Index") == index);

    private void Add(string subject, string? value, SchemaAnchor anchor) =>
        facts.Add(new ModelFact(new SchemaLine(owner, subject, value), anchor));
}
