using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>A partition key that load falls on: that of the table, or that of a global index.</summary>
/// <param name="Type">The item type.</param>
/// <param name="Spec">Its model.</param>
/// <param name="Index">The index; null for the table.</param>
/// <param name="Options">The thresholds.</param>
/// <param name="Declarer">The name of the type that declares the table's key.</param>
internal sealed record KeyTarget(INamedTypeSymbol Type, ItemSpec Spec, IndexSpec? Index, RuleOptions Options, string Declarer)
{
    /// <summary>How the key's values spread.</summary>
    public KeySpread Spread { get; } =
        KeySpread.Of(Type, Spec, Index?.Name, Index is null ? [Spec.PartitionKey!] : Index.Partition, Options);

    /// <summary>The load on it; null if none is stated or assumed.</summary>
    public Load? Load { get; } = Index is null ? Load.OfTable(Type, Options) : Load.OfIndex(Type, Index.Name, Options);

    /// <summary>The number of shards that [WriteSharded] spreads each key over; 1 without it.</summary>
    public long Shards { get; } = (Index is null ? Spec.PartitionKey : Index.Partition.FirstOrDefault())?.Shard?.Count ?? 1;

    /// <summary>Whether there is nothing to suggest: a stated load was compared with the limits, or shards spread the key.</summary>
    public bool IsDecided => Load is { HasRates: true } || Shards > 1;

    /// <summary>Whether many items can have the same partition key.</summary>
    public bool HasSortKey => Index is null ? Spec.SortKey is { } sort && sort.Parts.Any(part => part.Member is not null) : true;

    /// <summary>Whether the index leaves items out, because a member of its key can be null.</summary>
    public bool IsSparse => Index is not null && Index.Partition.Concat(Index.Sort).SelectMany(key => key.Parts)
        .Any(part => part.Member is { } name && Spec.Member(name).Value.IsNullable);

    /// <summary>Whether another rule (DTK1025) says that the constant is meant to be a member.</summary>
    public bool IsMistaken => (Index is null ? [Spec.PartitionKey!] : Index.Partition.AsEnumerable()).Any(key =>
        key.Parts is [{ Literal: { } text }] && Spelling.Resembled(text, Spec.Members.Select(member => member.Name)) is not null);

    /// <summary>Whether the first part of the sort key is a time, and so only grows.</summary>
    public bool Grows => (Index is null ? Spec.SortKey is { } sort ? [sort] : [] : Index.Sort.ToArray())
        .SelectMany(key => key.Parts).FirstOrDefault(part => part.Member is not null) is { Member: { } first }
        && Spec.Member(first).Value.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly;

    /// <summary>The name of the key in messages.</summary>
    public string Name => Index is not null ? $"the partition key of index '{Index.Name}'"
        : $"the partition key of '{(Load?.Attribute is { } stated ? Type.DeclarerOf(stated).ToMessage() : Declarer)}'";

    /// <summary>Why no split helps, as the end of a message; empty if one may.</summary>
    public string Growth => Grows ? ", and the growing sort key keeps DynamoDB from splitting it" : "";

    /// <summary>The partition keys of a type that has items of its own.</summary>
    public static IEnumerable<KeyTarget> Of(ModelRuleContext context)
    {
        var spec = context.Spec;
        if (spec.TableName is null || spec.PartitionKey is null || spec.ViewOf is not null)
            yield break;
        var declarer = context.DeclarerOfKey;
        yield return new KeyTarget(context.Symbol, spec, null, context.Options, declarer);
        foreach (var index in spec.Indexes)
        {
            if (!index.IsLocal)
                yield return new KeyTarget(context.Symbol, spec, index, context.Options, declarer);
        }
    }

    /// <summary>What the busiest key takes, first what is worst.</summary>
    public IEnumerable<Heat> HeatAt(KeyShare share)
    {
        if (Load is not { } load)
            yield break;
        if (Shards > 1)
            share = share with { Part = share.Part / Shards, Text = $"{share.Text}, in {Heat.Text(Shards)} shards" };
        var bytes = load.ItemBytes > 0 ? load.ItemBytes : StatedItemBytes() is > 0 and var stated ? stated
            : Index is null ? ItemSize.Of(Type, Spec, Options).Expected : ItemSize.Of(Type, Spec, Index, Options).Expected;
        long[] local = Index is null && load.Writes > 0
            ? [.. Spec.Indexes.Where(index => index.IsLocal).Select(index => ItemSize.Of(Type, Spec, index, Options).Expected)]
            : [];
        if (load.Writes > 0)
            yield return InAll(Heat.OfWrites(load, bytes, local, share, Options));
        if (load.Reads > 0)
            yield return InAll(Heat.OfReads(load, bytes, share, Options));
    }

    /// <summary>The heat is that of one shard, and the number of shards that would do is one for all of them.</summary>
    private Heat InAll(Heat heat) => Shards == 1
        ? heat
        : heat with { Shards = (long)Math.Ceiling(heat.Units * Shards * Options.HeadroomPercent / 100 / heat.Limit) };

    /// <summary>An index of whole items has entries as large as the items, whose size the table's load states.</summary>
    private long StatedItemBytes() =>
        Index is { Projection: IndexProjectionSpec.All } ? Load.OfTable(Type, Options)?.ItemBytes ?? 0 : 0;
}
