using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Streams;

/// <summary>One change of an item, as a stream reports it.</summary>
/// <param name="Sequence">The place in the stream. Later records have higher numbers.</param>
/// <param name="Time">When the item changed.</param>
/// <param name="Event">What happened to the item.</param>
/// <param name="Keys">The item's key.</param>
/// <param name="Old">The item before the change; null if there was none, or if the stream does not show it.</param>
/// <param name="New">The item after the change; null if there is none, or if the stream does not show it.</param>
/// <param name="ByService">Whether the service made the change, because the item had expired.</param>
internal sealed record StreamRecord(
    long Sequence, DateTimeOffset Time, StreamEvent Event, MapValue Keys, MapValue? Old, MapValue? New, bool ByService)
{
    /// <summary>The size in bytes, as the service counts it: the key and the images.</summary>
    public int Size => Keys.ItemSize + (Old?.ItemSize ?? 0) + (New?.ItemSize ?? 0);
}
