using System.Collections.Immutable;

namespace DynamoToolkit.Local.Streams;

/// <summary>
/// Records in the order of their sequence numbers. Immutable for readers: a list that has grown shares its chunks with the shorter one,
/// which never looks at the places behind its end. Only one list at a time may be extended, as writers take turns.
/// </summary>
internal sealed class RecordList
{
    /// <summary>A list without records.</summary>
    public static readonly RecordList Empty = new([], ChunkLength);

    private const int ChunkLength = 64;
    private readonly ImmutableList<StreamRecord[]> chunks;
    private readonly int lastLength;

    private RecordList(ImmutableList<StreamRecord[]> chunks, int lastLength)
    {
        this.chunks = chunks;
        this.lastLength = lastLength;
    }

    /// <summary>The number of records.</summary>
    public int Count => chunks.IsEmpty ? 0 : ((chunks.Count - 1) * ChunkLength) + lastLength;

    /// <summary>The record at a place.</summary>
    public StreamRecord this[int index] => chunks[index / ChunkLength][index % ChunkLength];

    /// <summary>All records.</summary>
    public IEnumerable<StreamRecord> All => Enumerable.Range(0, Count).Select(place => this[place]);

    /// <summary>The list with one more record.</summary>
    public RecordList Add(StreamRecord record)
    {
        if (lastLength == ChunkLength)
        {
            var chunk = new StreamRecord[ChunkLength];
            chunk[0] = record;
            return new RecordList(chunks.Add(chunk), 1);
        }

        // An abandoned write may have left a record at this place, which no list shows.
        chunks[^1][lastLength] = record;
        return new RecordList(chunks, lastLength + 1);
    }

    /// <summary>The place of the first record with this sequence number or a higher one; the number of records if there is none.</summary>
    public int IndexOf(long sequence) => FirstWhere(record => record.Sequence >= sequence);

    /// <summary>The place of the first record that is not older than a moment; the number of records if there is none.</summary>
    public int IndexSince(DateTimeOffset moment) => FirstWhere(record => record.Time >= moment);

    /// <summary>The list without those chunks at its beginning whose records are all older than a moment.</summary>
    public RecordList DropBefore(DateTimeOffset moment)
    {
        var dropped = 0;
        while (dropped < chunks.Count && LastOf(dropped).Time < moment)
            dropped++;
        if (dropped == 0)
            return this;
        return dropped == chunks.Count ? Empty : new RecordList(chunks.RemoveRange(0, dropped), lastLength);
    }

    private StreamRecord LastOf(int chunk) => chunks[chunk][(chunk == chunks.Count - 1 ? lastLength : ChunkLength) - 1];

    private int FirstWhere(Predicate<StreamRecord> holds)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(this[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
