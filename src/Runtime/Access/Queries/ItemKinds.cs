using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Item types of one table that a query reads together, told apart by their keys:
/// <c>new ItemKinds&lt;object&gt;().Add&lt;Run&gt;().Add&lt;Metric&gt;()</c>. Create it once and use it for many queries.
/// </summary>
/// <typeparam name="TBase">A type that all the item types derive from or implement, such as <see cref="object"/>.</typeparam>
public sealed class ItemKinds<TBase>
{
    private readonly List<ItemKind<TBase>> kinds = [];

    /// <summary>Whether there are no item types yet.</summary>
    internal bool IsEmpty => kinds.Count == 0;

    /// <summary>The attribute by which items of these types expire.</summary>
    internal string? TimeToLiveAttribute =>
        kinds.Select(static kind => kind.Model.TimeToLiveAttribute).FirstOrDefault(static name => name is not null);

    /// <summary>Adds an item type.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <exception cref="ArgumentException">
    /// The type is in a different table than the others, or its keys cannot be told apart from another type's.
    /// </exception>
    public ItemKinds<TBase> Add<T>()
        where T : TBase, IItem<T>
    {
        var model = T.Model;
        foreach (var kind in kinds)
        {
            if (kind.Model.TableName != model.TableName || !HasSameKeys(kind.Model, model))
            {
                throw new ArgumentException(
                    $"{model.ItemType.Name} and {kind.Model.ItemType.Name} are not in one table with the same keys, so one query cannot "
                    + "read both. Read them with separate queries.");
            }

            if (kind.Model.Meets(model) && !IsBaseAndDerived(kind.Model, model))
            {
                throw new ArgumentException(
                    $"An item can be of both types, {model.ItemType.Name} and {kind.Model.ItemType.Name}, because their keys "
                    + "can be equal. Give their key templates different constant text, or their types a discriminator.");
            }
        }

        kinds.Add(new ItemKind<TBase, T>());

        // An item of a derived type is also one of its base class, and is read as the derived type.
        kinds.Sort(static (first, second) => NameCount(first).CompareTo(NameCount(second)));
        return this;
    }

    /// <summary>The text with which the sort keys of all these types begin; empty if there is none.</summary>
    internal string SortKeyPrefix => kinds
        .Select(static kind => kind.Model.Sort?.ConstantPrefix ?? "")
        .Aggregate(static (common, prefix) => common[..common.AsSpan().CommonPrefixLength(prefix)]);

    /// <summary>The attributes that decide which type an item has.</summary>
    internal IReadOnlyList<string> KeyAttributes =>
        [.. kinds.SelectMany(static kind => kind.Model.Keys.Select(static key => key.AttributeName)
            .Concat(kind.Model.Discriminator is { } discriminator ? [discriminator.AttributeName] : [])
            .Concat(kind.Model.Versions is { } versions ? [versions.LatestVersionAttributeName] : [])).Distinct()];

    /// <summary>Refuses to read the types from an index that cannot tell one of them from others of its family.</summary>
    internal void ThrowIfTypeIsUnknown(IndexModel index) => kinds.ForEach(kind => KindFilter.ThrowIfTypeIsUnknown(kind.Model, index));

    /// <summary>Refuses to read types whose items are in other write shards than those that a query reads.</summary>
    internal void ThrowIfElsewhere(TableModel model, IndexModel? index, WriteShardModel? shards)
    {
        foreach (var kind in kinds)
        {
            // A type that does not declare the index has no items in it.
            var key = index is null ? kind.Model.Partition : kind.Model.FindIndex(index.Name)?.Partition[0];
            if (key is not null && PlacesOf(key.Shards) != PlacesOf(shards))
            {
                throw new InvalidOperationException(
                    $"Items of {kind.Model.ItemType.Name} and of {model.ItemType.Name} are in different write shards, so one query can't "
                    + "read both. Give both types the same [WriteSharded], or read them with separate queries.");
            }
        }
    }

    /// <summary>What decides where items are, and how a query merges them.</summary>
    private static (int Count, int? Also, bool IsRandom)? PlacesOf(WriteShardModel? shards) =>
        shards is null ? null : (shards.Count, shards.Also, shards.IsRandom);

    /// <summary>The type of an item, or null if it is none of these.</summary>
    /// <param name="item">A cursor before the item.</param>
    /// <param name="index">The index that is read; null for the table.</param>
    /// <param name="readsLatest">Whether the read returns the copies of latest versions, and not the versions.</param>
    internal ItemKind<TBase>? Find(JsonCursor item, IndexModel? index, bool readsLatest)
    {
        foreach (var kind in kinds)
        {
            if (kind.Has(item, index, readsLatest))
                return kind;
        }

        return null;
    }

    private static bool HasSameKeys(TableModel first, TableModel second) =>
        first.Partition.AttributeName == second.Partition.AttributeName && first.Sort?.AttributeName == second.Sort?.AttributeName;

    private static bool IsBaseAndDerived(TableModel first, TableModel second) =>
        first.ItemType != second.ItemType && first.IsFamilyOf(second);

    private static int NameCount(ItemKind<TBase> kind) => kind.Model.Discriminator?.Names.Count ?? 0;
}
