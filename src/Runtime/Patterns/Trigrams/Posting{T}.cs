using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The item by which a search finds its owner: one for each trigram of the owner's text, and one in the list of all texts. It is an item of
/// a type of its own, so that no read of another type returns it.
/// </summary>
/// <typeparam name="T">The type of the owner.</typeparam>
internal sealed class Posting<T> : IItem<Posting<T>>
    where T : IItem<T>
{
    /// <summary>The model; the owner's type decides on the names of the keys.</summary>
    public static TableModel Model { get; } = Posting.ModelFor(T.Model);

    /// <summary>The partition key: the index, the scope, and the first two code points.</summary>
    public required string Key { get; init; }

    /// <summary>The sort key: the third code point, the owner, and the stamp.</summary>
    public required string Sort { get; init; }

    /// <summary>The owner's key.</summary>
    public required ItemKey<T> Owner { get; init; }

    /// <summary>The owner's folded text, between its sentinels; null if it is very long.</summary>
    public string? Folded { get; init; }

    /// <summary>The owner's text; null if it is its fold, or very long.</summary>
    public string? Text { get; init; }

    /// <summary>When the owner expires, in seconds since 1970; null for never.</summary>
    public long? Expires { get; init; }

    /// <summary>The key of a posting.</summary>
    public static ItemKey<Posting<T>> KeyOf(in Posting<T> item) => new(KeyValue.Of(item.Key), KeyValue.Of(item.Sort));

    static void IDynamoMap<Posting<T>>.WriteMap(ref ItemWriter writer, in Posting<T> item)
    {
        var start = writer.BeginMap();
        Model.Partition.Write(ref writer, KeyValue.Of(item.Key), KeyModel.MaxPartitionBytes);
        Model.Sort!.Write(ref writer, KeyValue.Of(item.Sort), KeyModel.MaxSortBytes);
        if (item.Folded is { } folded)
        {
            writer.WriteName(Posting.FoldedName);
            writer.WriteStringValue(folded);
        }

        if (item.Text is { } text)
        {
            writer.WriteName(Posting.TextName);
            writer.WriteStringValue(text);
        }

        if (PostingSort.HidesOwner(item.Sort))
        {
            writer.WriteName(Posting.OwnerName);
            item.Owner.Partition.Write(ref writer);
            writer.WriteName(Posting.OwnerSortName);
            item.Owner.Sort.Write(ref writer);
        }

        if (item.Expires is { } expires && Model.TimeToLiveAttribute is { } attribute)
        {
            writer.WriteName(attribute);
            writer.WriteNumberValue(expires);
        }

        writer.EndMap(start);
    }

    static Posting<T> IDynamoMap<Posting<T>>.ReadMap(ref ItemReader reader)
    {
        string? key = null, sort = null, folded = null, text = null;
        KeyValue owner = default, ownerSort = default;
        long? expires = null;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (Model.Partition.IsNamed(name))
                key = reader.ReadString();
            else if (Model.Sort!.IsNamed(name))
                sort = reader.ReadString();
            else if (name.SequenceEqual("folded"u8))
                folded = reader.ReadString();
            else if (name.SequenceEqual("raw"u8))
                text = reader.ReadString();
            else if (name.SequenceEqual("owner"u8))
                owner = KeyValue.Read(ref reader);
            else if (name.SequenceEqual("ownerSort"u8))
                ownerSort = KeyValue.Read(ref reader);
            else if (Model.TimeToLiveAttribute is { } attribute && reader.TextOf(name) == attribute)
                expires = reader.ReadNumber<long>();
            else
                reader.SkipValue();
        }

        if (sort is null)
            throw reader.Missing(Model.Sort!.AttributeName, typeof(Posting));
        if (owner.IsNone && PostingSort.HidesOwner(sort))
            throw reader.Missing(Posting.OwnerName, typeof(Posting));
        return new Posting<T>
        {
            Key = key ?? throw reader.Missing(Model.Partition.AttributeName, typeof(Posting)),
            Sort = sort,
            Owner = owner.IsNone ? PostingSort.OwnerOf<T>(sort) : new ItemKey<T>(owner, ownerSort),
            Folded = folded,
            Text = text,
            Expires = expires,
        };
    }
}
