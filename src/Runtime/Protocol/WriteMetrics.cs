using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>The capacity and the item collection sizes that the responses to a batch or a transaction of writes report.</summary>
internal sealed class WriteMetrics
{
    private readonly List<ConsumedCapacity> capacity = [];
    private readonly Dictionary<string, IReadOnlyList<ItemCollectionMetrics>> collections = [];

    /// <summary>The consumed capacity: one record for each table and response.</summary>
    public IReadOnlyList<ConsumedCapacity> Capacity => capacity;

    /// <summary>The sizes of item collections, by table: one record for each collection and response.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>> Collections => collections;

    /// <summary>Reads a member of a response, if it is one of these.</summary>
    public bool TryRead(ReadOnlySpan<byte> member, ref JsonCursor cursor)
    {
        if (member.SequenceEqual("ConsumedCapacity"u8))
            capacity.AddRange(CapacityReader.ReadList(ref cursor));
        else if (member.SequenceEqual("ItemCollectionMetrics"u8))
            CapacityReader.ReadCollectionMetrics(ref cursor, collections);
        else
            return false;

        return true;
    }
}
