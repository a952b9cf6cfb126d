namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Writes of items that recovery has read, one after the other, and that are encoded on another thread. It can be used again.
/// </summary>
internal sealed class RecoveredChunk
{
    private const int Capacity = 1 << 17;
    private readonly List<RecoveredEntry> entries = [];
    private readonly List<RecoveredWrite> writes = [];
    private byte[] records = new byte[Capacity];
    private int length;
    private Task encoding = Task.CompletedTask;

    /// <summary>Whether the chunk has room for a record. An empty one has room for any.</summary>
    public bool HasRoomFor(int bytes) => length == 0 || length + bytes <= records.Length;

    /// <summary>Copies a record, to which entries of this chunk refer.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> record)
    {
        if (record.Length > records.Length)
            records = new byte[record.Length];
        record.CopyTo(records.AsSpan(length));
        length += record.Length;
        return records.AsMemory(length - record.Length, record.Length);
    }

    /// <summary>Adds an entry.</summary>
    public void Add(RecoveredEntry entry) => entries.Add(entry);

    /// <summary>Begins to encode the entries, on another thread.</summary>
    public void Encode() => encoding = Task.Run(() => entries.ForEach(entry => entry.Encode(writes)));

    /// <summary>Waits for the encoding, and applies the writes. The chunk is empty then.</summary>
    public void Apply()
    {
        encoding.GetAwaiter().GetResult();
        foreach (var write in writes)
            write.Table.Apply(write);

        entries.Clear();
        writes.Clear();
        length = 0;
    }
}
