using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The primary key of an item: its partition key value and, if the table has a sort key, its sort key value.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="partition">The partition key's value.</param>
/// <param name="sort">The sort key's value; the default value if the table has none.</param>
public readonly struct ItemKey<T>(KeyValue partition, KeyValue sort = default) : IEquatable<ItemKey<T>>
    where T : IItem<T>
{
    /// <summary>The partition key's value.</summary>
    public KeyValue Partition { get; } = partition;

    /// <summary>The sort key's value; the default value if the table has none.</summary>
    public KeyValue Sort { get; } = sort;

    /// <summary>Writes the key as a map of its attributes: <c>{"pk":{"S":"…"},"sk":{"S":"…"}}</c>.</summary>
    /// <param name="writer">The writer to write to.</param>
    /// <exception cref="ArgumentException">
    /// The key does not fit the table: a value is absent, empty, of another type or too long.
    /// </exception>
    public void Write(ref ItemWriter writer) => T.Model.WriteKey(ref writer, Partition, Sort);

    /// <summary>Checks that the key fits the table.</summary>
    /// <exception cref="ArgumentException">A value is absent, empty, of another type or too long.</exception>
    public void ThrowIfInvalid()
    {
        var model = T.Model;
        model.Partition.ThrowIfInvalid(Partition, KeyModel.MaxPartitionBytes);
        if (model.Sort is { } sort)
            sort.ThrowIfInvalid(Sort, KeyModel.MaxSortBytes);
    }

    /// <inheritdoc/>
    public bool Equals(ItemKey<T> other) => Partition == other.Partition && Sort == other.Sort;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemKey<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Partition, Sort);

    /// <inheritdoc/>
    public override string ToString() => Sort.IsNone ? Partition.ToString() : $"{Partition} / {Sort}";

    /// <summary>Whether two keys are equal.</summary>
    public static bool operator ==(ItemKey<T> left, ItemKey<T> right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(ItemKey<T> left, ItemKey<T> right) => !left.Equals(right);
}
