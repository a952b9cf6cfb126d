using DynamoToolkit.Streams.Records;

namespace DynamoToolkit.Streams;

/// <summary>
/// Reads the JSON of a Lambda event of a stream, or of a response of GetRecords, straight into changes. The stream's view must be
/// <c>NEW_AND_OLD_IMAGES</c>.
/// </summary>
public static class DynamoStreamEvent
{
    /// <summary>Reads the changes of items of one type. Those of other types of the table are left out.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="json">The event, as JSON in UTF-8.</param>
    /// <param name="readsLatest">
    /// For a type with versions: whether to read the changes of version 0, the copy of the latest version, and not those of the versions.
    /// </param>
    /// <returns>The changes, in the order of the event.</returns>
    /// <exception cref="Wire.ItemFormatException">The text is not an event of a stream, or an item does not fit the type.</exception>
    public static IReadOnlyList<Change<T>> Read<T>(ReadOnlyMemory<byte> json, bool readsLatest = false)
        where T : IItem<T>
    {
        List<Change<T>> changes = [];
        foreach (var record in StreamRecord.ReadPage(json, T.Model, out _))
        {
            if (ChangeReader<T>.HasKey(record) && ChangeReader<T>.Read(record, readsLatest) is { } change)
                changes.Add(change);
        }

        return changes;
    }
}
