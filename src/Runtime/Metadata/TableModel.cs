using System.ComponentModel;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// What an item type declares about its table: keys, indexes, time to live. Generated code creates it once for each type.
/// </summary>
/// <param name="tableName">The table's name in the model.</param>
/// <param name="itemType">The item type.</param>
public sealed class TableModel(string tableName, Type itemType)
{
    private IndexKey[]? indexKeys;
    private KeyModel[]? composedIndexKeys;

    /// <summary>The table's name in the model, before any mapping to a physical name.</summary>
    public string TableName { get; } = tableName;

    /// <summary>The item type.</summary>
    public Type ItemType { get; } = itemType;

    /// <summary>The table's partition key attribute.</summary>
    public required KeyModel Partition { get; init; }

    /// <summary>The table's sort key attribute, or null if it has none.</summary>
    public KeyModel? Sort { get; init; }

    /// <summary>The secondary indexes that the type declares.</summary>
    public IReadOnlyList<IndexModel> Indexes { get; init; } = [];

    /// <summary>The type whose items this type is another view of, or null if it has items of its own.</summary>
    public TableModel? ViewOf { get; init; }

    /// <summary>
    /// The attribute that holds the time at which an item expires, or null if items of this type do not expire. A view has that of the type
    /// that it is a view of, and a base class that of the types of its family.
    /// </summary>
    public string? TimeToLiveAttribute
    {
        get => field ?? ViewOf?.TimeToLiveAttribute;
        init;
    }

    /// <summary>
    /// The attribute and name that distinguish this type from its siblings, or null if it has none. A view has those of the type that it is
    /// a view of.
    /// </summary>
    public DiscriminatorModel? Discriminator
    {
        get => field ?? ViewOf?.Discriminator;
        init;
    }

    /// <summary>
    /// The members that writes set, or null if the type has none: the concurrency token and the times of creation and change. A view has
    /// those of the type that it is a view of.
    /// </summary>
    public ItemStamps? Stamps
    {
        get => field ?? ViewOf?.Stamps;
        init;
    }

    /// <summary>
    /// The unique values of the type's items, or null if it has none. A view has those of the type that it is a view of.
    /// </summary>
    public UniqueModel? Unique
    {
        get => field ?? ViewOf?.Unique;
        init;
    }

    /// <summary>
    /// The trigram indexes of the type's items, or null if it has none. A view has those of the type that it is a view of.
    /// </summary>
    public TrigramModel? Trigrams
    {
        get => field ?? ViewOf?.Trigrams;
        init;
    }

    /// <summary>
    /// How long the type's items are kept, or null if it does not declare that. A view has that of the type that it is a view of.
    /// </summary>
    public RetentionModel? Retention
    {
        get => field ?? ViewOf?.Retention;
        init;
    }

    /// <summary>How versions of the items are kept, or null if they are not. A view has what the type has that it is a view of.</summary>
    public VersionModel? Versions
    {
        get => field ?? ViewOf?.Versions;
        init;
    }

    /// <summary>The member that holds an item's random write shard, or null if the type has none.</summary>
    public ShardMemberModel? ShardMember { get; init; }

    /// <summary>The counters of the type's items.</summary>
    public IReadOnlyList<CounterModel> Counters { get; init; } = [];

    /// <summary>
    /// The members that materializers write, or none. A view has those of the type that it is a view of.
    /// </summary>
    public IReadOnlyList<MaterializedMember> Materialized
    {
        get => field.Count > 0 || ViewOf is null ? field : ViewOf.Materialized;
        init;
    } = [];

    /// <summary>
    /// The types of the family below this one that declare indexes of their own. A view has those of the type that it is a view of. Set by
    /// generated code.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<TableModel> Below
    {
        get => field.Count > 0 || ViewOf is null ? field : ViewOf.Below;
        init;
    } = [];

    /// <summary>Whether other items of the table depend on the type's items, so that each write has to know what it replaces.</summary>
    internal bool IsTracked => Unique is not null || Trigrams is { AreTracked: true };

    /// <summary>Whether the library writes members of the type's items by itself, which updates can't change then.</summary>
    internal bool HasWrittenMembers =>
        Discriminator is not null || Stamps is not null || Trigrams is not null || Unique is not null || Versions is not null
        || Materialized.Count > 0;

    /// <summary>The checks of the indexes' keys. Two threads may both collect them; either result will do.</summary>
    internal IndexKey[] IndexKeys => indexKeys ??= IndexKey.Of(this);

    /// <summary>
    /// The composed keys of the indexes that an update may have to write, each attribute once. A view has those of its items, too.
    /// </summary>
    internal KeyModel[] ComposedIndexKeys => composedIndexKeys ??=
        [.. Indexes.Concat(ViewOf?.Indexes ?? []).SelectMany(index => index.Partition.Concat(index.Sort))
            .Where(key => (key.IsConstant || key.Compose is not null) && !HasKey(key.AttributeName))
            .DistinctBy(key => key.AttributeName)];

    /// <summary>The model of an item type.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    public static TableModel Of<T>()
        where T : IItem<T>
        => T.Model;

    /// <summary>Finds an index by its name.</summary>
    /// <param name="name">The index's name.</param>
    /// <returns>The index, or null if the type declares no index of that name.</returns>
    public IndexModel? FindIndex(string name)
    {
        foreach (var index in Indexes)
        {
            if (index.Name == name)
                return index;
        }

        return null;
    }

    /// <summary>The table's key attributes.</summary>
    internal IEnumerable<KeyModel> Keys => Sort is null ? [Partition] : [Partition, Sort];

    /// <summary>
    /// Whether an item with this key can be of this type: each value is one that the key's template, or the member's type, produces.
    /// </summary>
    /// <param name="partition">The partition key's value.</param>
    /// <param name="sort">The sort key's value; the default value if the table has none.</param>
    public bool Matches(in KeyValue partition, in KeyValue sort)
        => Partition.Matches(partition) && (Sort is null ? sort.IsNone : Sort.Matches(sort));

    /// <inheritdoc/>
    public override string ToString() => $"{ItemType.Name} in {TableName}";

    /// <summary>
    /// Whether one item can be of this type and of another one, although neither type is declared as a view or a base class of the other.
    /// A view counts as the type that its items are of: it may share the table with all types with which that one may.
    /// </summary>
    internal bool Conflicts(TableModel other)
    {
        var (mine, its) = (ViewOf ?? this, other.ViewOf ?? other);
        return mine.Meets(its) && !mine.IsFamilyOf(its);
    }

    /// <summary>Whether one item can be of this type and of another one: keys and names do not exclude it.</summary>
    internal bool Meets(TableModel other) =>
        KeysMeet(other) && (Discriminator is not { } mine || other.Discriminator is not { } its || mine.Meets(its));

    /// <summary>Whether one of the two types is the other one, or its base class, in one family.</summary>
    internal bool IsFamilyOf(TableModel other) =>
        ItemType == other.ItemType
        || (Discriminator is not null && other.Discriminator is not null
            && (ItemType.IsAssignableFrom(other.ItemType) || other.ItemType.IsAssignableFrom(ItemType)));

    /// <summary>Refuses to read items of this type as a type that has items of its own in the table.</summary>
    /// <typeparam name="TPart">The type of the read.</typeparam>
    /// <exception cref="InvalidOperationException">No item is of both types.</exception>
    internal void ThrowIfApart<TPart>()
        where TPart : IDynamoMap<TPart>
    {
        if (TPart.ItemModel is TableModel part && IsApartFrom(part))
        {
            throw new InvalidOperationException(
                $"No {ItemType.Name} can be read as a {part.ItemType.Name}: the keys of a {part.ItemType.Name} are never keys of a "
                + $"{ItemType.Name}. Read {part.ItemType.Name} items by their own keys, items of both types with As(ItemKinds), "
                + "or some attributes with a [DynamoMap] type.");
        }
    }

    /// <summary>Writes a key of the table as a map of its attributes.</summary>
    /// <exception cref="ArgumentException">
    /// A value is absent, empty, of another type or too long, or is not one that the key's template produces.
    /// </exception>
    internal void WriteKey(ref ItemWriter writer, in KeyValue partition, in KeyValue sort)
    {
        ThrowIfForeign(Partition, partition);
        if (Sort is not null)
            ThrowIfForeign(Sort, sort);

        var start = writer.BeginMap();
        Partition.Write(ref writer, partition, KeyModel.MaxPartitionBytes);
        Sort?.Write(ref writer, sort, KeyModel.MaxSortBytes);
        writer.EndMap(start);
    }

    /// <summary>Whether an attribute is one of the table's keys.</summary>
    internal bool HasKey(string attributeName) => Partition.AttributeName == attributeName || Sort?.AttributeName == attributeName;

    /// <summary>Refuses to put a view, which would remove the attributes that the view does not have.</summary>
    /// <exception cref="InvalidOperationException">The type is a view.</exception>
    internal void ThrowIfView()
    {
        if (ViewOf is { } items)
        {
            throw new InvalidOperationException(
                $"{ItemType.Name} is a view of {items.ItemType.Name}, and a put would remove the attributes that the view does not have. "
                + $"Put a {items.ItemType.Name}, or update attributes of the {ItemType.Name}.");
        }
    }

    // Types that derive from each other may be told apart by their keys.
    private bool IsApartFrom(TableModel other) =>
        TableName == other.TableName
        && !KeysMeet(other)
        && !ItemType.IsAssignableFrom(other.ItemType)
        && !other.ItemType.IsAssignableFrom(ItemType);

    private bool KeysMeet(TableModel other) =>
        Partition.Meets(other.Partition) && (Sort is null || other.Sort is null || Sort.Meets(other.Sort));

    private void ThrowIfForeign(KeyModel key, in KeyValue value)
    {
        if (!key.MatchesAll && value.Text is { Length: > 0 } && !key.Matches(value))
        {
            throw new InvalidAttributeValueException(
                key.AttributeName,
                $"is '{value}', which is not a key of {ItemType.Name}: {key.Template ?? "its member"} does not produce it. "
                + $"Create keys with {ItemType.Name}.Key.");
        }
    }
}
