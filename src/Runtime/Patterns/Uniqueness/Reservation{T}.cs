using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Uniqueness;

/// <summary>
/// The item that reserves a unique value for its owner. It is an item of a type of its own, so that no read of another type returns it.
/// </summary>
/// <typeparam name="T">The type of the owner.</typeparam>
internal sealed class Reservation<T> : IItem<Reservation<T>>
    where T : IItem<T>
{
    /// <summary>The model; the owner's type decides on the names of the keys.</summary>
    public static TableModel Model { get; } = Reservation.ModelFor(T.Model);

    /// <summary>The partition key, which contains the value or its hash.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the item that has the value.</summary>
    public required ItemKey<T> Owner { get; init; }

    /// <summary>The name of the constraint.</summary>
    public required string Constraint { get; init; }

    /// <summary>The value as people read it.</summary>
    public required string Value { get; init; }

    /// <summary>When the owner expires, in seconds since 1970; null for never.</summary>
    public long? Expires { get; init; }

    /// <summary>The key of the reservation with a partition key.</summary>
    public static ItemKey<Reservation<T>> KeyAt(string key) => new(KeyValue.Of(key), Reservation.SortOf(T.Model));

    /// <summary>The condition that a reservation's owner is an item.</summary>
    public static Condition IsOwnedBy(ItemKey<T> owner)
    {
        var condition = new EqualsKeyCondition(new AttributePath(Reservation.OwnerName), owner.Partition);
        return owner.Sort.IsNone
            ? condition
            : condition & new EqualsKeyCondition(new AttributePath(Reservation.OwnerSortName), owner.Sort);
    }

    static ItemKey<Reservation<T>> IItem<Reservation<T>>.KeyOf(in Reservation<T> item) => KeyAt(item.Key);

    static void IDynamoMap<Reservation<T>>.WriteMap(ref ItemWriter writer, in Reservation<T> item)
    {
        var start = writer.BeginMap();
        Model.Partition.Write(ref writer, KeyValue.Of(item.Key), KeyModel.MaxPartitionBytes);
        Model.Sort?.Write(ref writer, Reservation.SortOf(T.Model), KeyModel.MaxSortBytes);
        writer.WriteName(Reservation.OwnerName);
        item.Owner.Partition.Write(ref writer);
        if (!item.Owner.Sort.IsNone)
        {
            writer.WriteName(Reservation.OwnerSortName);
            item.Owner.Sort.Write(ref writer);
        }

        writer.WriteName(Reservation.ConstraintName);
        writer.WriteStringValue(item.Constraint);
        writer.WriteName(Reservation.ValueName);
        writer.WriteStringValue(item.Value);
        if (item.Expires is { } expires && Model.TimeToLiveAttribute is { } attribute)
        {
            writer.WriteName(attribute);
            writer.WriteNumberValue(expires);
        }

        writer.EndMap(start);
    }

    static Reservation<T> IDynamoMap<Reservation<T>>.ReadMap(ref ItemReader reader)
    {
        string? key = null, constraint = null, value = null;
        KeyValue partition = default, sort = default;
        long? expires = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (Model.Partition.IsNamed(name))
                key = reader.ReadString();
            else if (name.SequenceEqual("uniqueOwner"u8))
                partition = KeyValue.Read(ref reader);
            else if (name.SequenceEqual("uniqueOwnerSort"u8))
                sort = KeyValue.Read(ref reader);
            else if (name.SequenceEqual("uniqueName"u8))
                constraint = reader.ReadString();
            else if (name.SequenceEqual("uniqueValue"u8))
                value = reader.ReadString();
            else if (Model.TimeToLiveAttribute is { } attribute && reader.TextOf(name) == attribute)
                expires = reader.ReadNumber<long>();
            else
                reader.SkipValue();
        }

        return new Reservation<T>
        {
            Key = key ?? throw reader.Missing(Model.Partition.AttributeName, typeof(Reservation)),
            Owner = partition.IsNone
                ? throw reader.Missing(Reservation.OwnerName, typeof(Reservation))
                : new ItemKey<T>(partition, sort),
            Constraint = constraint ?? throw reader.Missing(Reservation.ConstraintName, typeof(Reservation)),
            Value = value ?? throw reader.Missing(Reservation.ValueName, typeof(Reservation)),
            Expires = expires,
        };
    }
}
