using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The owner of postings as the repair sees it: an item of any type, with its stamps alone. Types of a family share an index, so the repair
/// through one of them must not take the items of the others for missing.
/// </summary>
/// <typeparam name="T">The type whose table it is.</typeparam>
internal sealed class PostingOwner<T> : IDynamoMap<PostingOwner<T>>
    where T : IItem<T>
{
    private readonly Dictionary<string, string> stamps = new(StringComparer.Ordinal);

    private static TableModel Model { get; } = new(T.Model.TableName, typeof(PostingOwner<T>))
    {
        Partition = new KeyModel(T.Model.Partition.AttributeName, T.Model.Partition.Type),
        Sort = T.Model.Sort is { } sort ? new KeyModel(sort.AttributeName, sort.Type) : null,
    };

    /// <summary>The item's stamp in an index; null if it has none.</summary>
    public string? StampIn(TrigramIndex index) => stamps.GetValueOrDefault(index.Stamp!.AttributeName);

    /// <summary>The read of an owner, which is there until the service deletes it, even if it has expired.</summary>
    public static GetItem<PostingOwner<T>> Get(TableHandle table, ItemKey<T> owner) =>
        new(table, Model, owner.Partition, owner.Sort) { IsConsistent = true, Capacity = CapacityDetail.Total };

    static void IDynamoMap<PostingOwner<T>>.WriteMap(ref ItemWriter writer, in PostingOwner<T> item) =>
        throw new NotSupportedException("The stamps of an item are not an item.");

    static PostingOwner<T> IDynamoMap<PostingOwner<T>>.ReadMap(ref ItemReader reader)
    {
        var owner = new PostingOwner<T>();
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            var text = reader.TextOf(name);
            if (T.Model.Trigrams!.OfWriters.Any(index => index.Stamp!.AttributeName == text))
                owner.stamps[text] = reader.ReadString();
            else
                reader.SkipValue();
        }

        return owner;
    }
}
