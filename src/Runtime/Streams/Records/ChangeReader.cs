using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams.Records;

/// <summary>Reads records as changes of one type, told apart as in every read: by keys, discriminator and versions.</summary>
internal static class ChangeReader<T>
    where T : IItem<T>
{
    private static readonly KeyCheck? Check = KeyCheck.OfAll(T.Model);

    /// <summary>Whether the record's key is one of the type. Only then can the record be a change of the type.</summary>
    public static bool HasKey(StreamRecord record) => Check?.Holds(new JsonCursor(record.Keys)) != false;

    /// <summary>Reads a record.</summary>
    /// <param name="record">The record, with a key of the type.</param>
    /// <param name="readsLatest">For a type with versions: whether to read the copies of latest versions, and not the versions.</param>
    /// <returns>The change; null if neither the old nor the new item is of the type.</returns>
    /// <exception cref="ItemFormatException">An item does not fit the type, or the record does not have it.</exception>
    public static Change<T>? Read(StreamRecord record, bool readsLatest)
    {
        var hasOld = TryRead(record.Old, record.Event != "INSERT", "OldImage", readsLatest, out var old);
        var hasNew = TryRead(record.New, record.Event != "REMOVE", "NewImage", readsLatest, out var changed);
        if (!hasOld && !hasNew)
            return null;

        return new Change<T>
        {
            Kind = (hasOld, hasNew) switch
            {
                (true, true) => ChangeKind.Modify,
                (false, true) => ChangeKind.Insert,
                _ => record.IsByService && record.Event == "REMOVE" ? ChangeKind.Expired : ChangeKind.Remove,
            },
            Key = new ItemKey<T>(record.Item.Partition, record.Item.Sort),
            Old = old,
            New = changed,
            SequenceNumber = record.Sequence,
            EventId = record.EventId,
            CreatedAt = record.CreatedAt,
        };
    }

    private static bool TryRead(ReadOnlySpan<byte> image, bool isNeeded, string name, bool readsLatest, out T? item)
    {
        item = default;
        if (!isNeeded)
            return false;
        if (image.IsEmpty)
            throw new ItemFormatException(name, "the item, which a stream of NEW_AND_OLD_IMAGES has", "no item");

        var reader = new JsonCursor(image);
        if (T.Model.Discriminator?.For<T>().Matches(reader) == false)
            return false;
        if (T.Model.Versions is { } versions && versions.IsLatest(reader) != readsLatest)
            return false;

        try
        {
            item = reader.ReadMap<T>();
            return true;
        }
        catch (ItemFormatException error)
        {
            ItemLocation.Add(error, new JsonCursor(image), T.Model);
            throw;
        }
    }
}
