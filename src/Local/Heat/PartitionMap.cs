using System.Buffers.Binary;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Heat;

/// <summary>
/// The partitions of a table or index. Keys begin with the hash of their partition key, so a partition is a range of keys, and a split is a
/// new boundary: between partition keys, or between sort keys of one.
/// </summary>
internal sealed class PartitionMap
{
    private readonly List<PartitionMeter> partitions = [];
    private readonly HeatOptions options;

    public PartitionMap(int count, HeatOptions options, DateTimeOffset now)
    {
        this.options = options;
        for (var i = 0; i < count; i++)
        {
            var from = new byte[KeyBuilder.HashLength];
            BinaryPrimitives.WriteUInt64BigEndian(from, (ulong)((UInt128.One << 64) * (ulong)i / (ulong)count));
            partitions.Add(new PartitionMeter(from, options, now));
        }
    }

    /// <summary>The number of partitions.</summary>
    public int Count => partitions.Count;

    /// <summary>The partition that holds a key.</summary>
    public PartitionMeter Find(byte[] key) => partitions[IndexOf(key)];

    /// <summary>Splits the partition that holds a key, if it has been hot for long and a split helps.</summary>
    public void SplitIfHot(byte[] key, bool hasLocalIndexes, DateTimeOffset now)
    {
        var index = IndexOf(key);
        if (partitions[index].SplitPoint(hasLocalIndexes, now) is not { } point)
            return;

        partitions[index] = new PartitionMeter(partitions[index].From, options, now);
        partitions.Insert(index + 1, new PartitionMeter(point, options, now));
    }

    private int IndexOf(byte[] key)
    {
        var (low, high) = (0, partitions.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (partitions[middle].From.AsSpan().SequenceCompareTo(key) <= 0)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
