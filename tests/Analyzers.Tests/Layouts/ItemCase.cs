using System.Reflection;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>An item type of the pool, with every access to its table.</summary>
internal abstract class ItemCase(Type type, TableModel model)
{
    private static readonly HashSet<string> KeyNames = ["A", "K", "S0", "S1", "S2"];
    private static readonly string[] IndexKeys = ["a", "b", "#"];

    private readonly PropertyInfo[] members = ItemText.MembersOf(type);

    /// <summary>The type.</summary>
    public Type Type { get; } = type;

    /// <summary>Its model.</summary>
    public TableModel Model { get; } = model;

    /// <summary>The number of the unit that the type is part of.</summary>
    public int Unit { get; set; }

    /// <summary>The type whose items this type is a view of, if it is one.</summary>
    public Type? Viewed => Model.ViewOf?.ItemType;

    /// <summary>Whether types with the same keys are told apart by a name in each item.</summary>
    public bool HasName => Model.Discriminator is not null;

    /// <summary>Whether items of the type can exist.</summary>
    public bool IsConcrete => Viewed is null && !Type.IsAbstract;

    /// <summary>Whether an item of another type is also one of this type.</summary>
    public bool Includes(ItemCase exact) => (Viewed ?? Type).IsAssignableFrom(exact.Type);

    /// <summary>Whether names in the items tell two types apart, so that they may have the same keys.</summary>
    public bool HasOtherNames(ItemCase other) =>
        Model.Discriminator is { } mine && other.Model.Discriminator is { } its && mine.AttributeName == its.AttributeName
        && !NamesOf(mine).Intersect(NamesOf(its)).Any();

    /// <summary>Whether a key is one that an item of this type can have.</summary>
    public bool Matches(ItemKeyText key) => Model.Matches(KeyValue.Of(key.Partition), KeyValue.Of(key.Sort));

    /// <summary>A random item.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="sameKey">An item of the same templates whose key the new one gets; null to draw a key.</param>
    public object Draw(Random random, StoredItem? sameKey = null)
    {
        var item = Activator.CreateInstance(Type)!;
        foreach (var member in members)
        {
            member.SetValue(item, member.Name switch
            {
                "N" => random.Next(-5, 5),
                "G" => random.Next(3) == 0 ? null : IndexKeys[random.Next(IndexKeys.Length)],
                "Ttl" => random.Next(3) == 0 ? null : FixedClock.Now.AddSeconds(random.Next(-1, 2)),
                "A" when sameKey is null => KeyValues.DrawPartition(member.PropertyType, random),
                var key when KeyNames.Contains(key) => sameKey is null ? KeyValues.Draw(member.PropertyType, random) : sameKey.Members[key],
                _ => random.Next(2) == 0 ? null : "own",
            });
        }

        var drawn = KeyOf(item);
        return drawn.Partition.Length == 0 || drawn.Sort.Length == 0 ? Draw(random, sameKey) : item;
    }

    /// <summary>What is stored when an item is put.</summary>
    public StoredItem Store(object item) =>
        new(KeyOf(item), this, members.ToDictionary(static member => member.Name, member => member.GetValue(item)));

    /// <summary>What is stored when an update creates an item: its key, and what the update sets.</summary>
    public StoredItem Create(StoredItem sameKey, int? n)
    {
        var values = members.ToDictionary(
            static member => member.Name,
            member => KeyNames.Contains(member.Name) ? sameKey.Members[member.Name] : null);
        values["N"] = n;
        return new StoredItem(sameKey.Key, this, values);
    }

    /// <summary>A text that shows an item of exactly this type.</summary>
    public string Show(Func<string, object?> valueOf) =>
        $"{Type.Name} {string.Join(' ', members.Select(member => $"{member.Name}={KeyValues.Show(valueOf(member.Name))}"))}";

    /// <inheritdoc/>
    public override string ToString() => $"{Type.Name} [{Model.Partition.Template} / {Model.Sort!.Template ?? "own"}]";

    /// <summary>The key of an item.</summary>
    public abstract ItemKeyText KeyOf(object item);

    /// <summary>Whether the generated parser takes a key.</summary>
    public abstract bool TryParse(ItemKeyText key);

    /// <summary>Puts an item.</summary>
    /// <returns>The item as it was, if the way returns it.</returns>
    public abstract Task<string?> PutAsync(DynamoClient client, object item, WriteWay way);

    /// <summary>Sets <c>N</c>, or removes <c>G</c>.</summary>
    public abstract Task<string?> UpdateAsync(DynamoClient client, ItemKeyText key, int? n, WriteWay way);

    /// <summary>Deletes an item.</summary>
    public abstract Task<string?> DeleteAsync(DynamoClient client, ItemKeyText key, WriteWay way);

    /// <summary>Reads items by their keys.</summary>
    /// <param name="client">The client.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="way">How to read.</param>
    /// <returns>What was found.</returns>
    public abstract Task<List<string>> GetAsync(DynamoClient client, IReadOnlyList<ItemKeyText> keys, GetWay way);

    /// <summary>A query of a partition.</summary>
    /// <param name="client">The client.</param>
    /// <param name="partition">The partition key.</param>
    /// <param name="range">The sort keys.</param>
    /// <param name="isDescending">Whether to read from the last to the first.</param>
    public abstract Sequence Query(DynamoClient client, string partition, SortRange? range, bool isDescending);

    /// <summary>A query of the index.</summary>
    public abstract Sequence QueryIndex(DynamoClient client, string partition, bool isDescending);

    /// <summary>A scan.</summary>
    public abstract Sequence Scan(DynamoClient client, int degree);

    /// <summary>A scan of one segment.</summary>
    public abstract Sequence ScanSegment(DynamoClient client, int segment, int segments);

    /// <summary>Adds the type to those that a query reads together.</summary>
    public abstract void AddTo(ItemKinds<object> kinds);

    private static IEnumerable<string> NamesOf(DiscriminatorModel names) =>
        names.Name is null ? names.Derived : names.Derived.Append(names.Name);
}
