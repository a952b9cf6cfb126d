using System.Buffers;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>Writes of items that recovery has read, one after the other, and that are encoded on another thread.</summary>
internal sealed class RecoveredChunk
{
    private const int MaxBytes = 1 << 17;
    private readonly List<byte[]> payloads = [];
    private readonly List<(RecoveredTable Table, MapValue Item, bool IsDelete)> writes = [];
    private int bytes;

    /// <summary>Whether the chunk has enough writes.</summary>
    public bool IsFull => bytes >= MaxBytes;

    /// <summary>Copies a record, to which writes of this chunk refer.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> payload)
    {
        var copy = ArrayPool<byte>.Shared.Rent(payload.Length);
        payload.CopyTo(copy);
        payloads.Add(copy);
        bytes += payload.Length;
        return copy.AsMemory(0, payload.Length);
    }

    /// <summary>Adds a write.</summary>
    public void Add(RecoveredTable table, MapValue item, bool isDelete) => writes.Add((table, item, isDelete));

    /// <summary>Encodes the writes.</summary>
    public RecoveredWrite[] Encode()
    {
        var encoded = new RecoveredWrite[writes.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            var (table, item, isDelete) = writes[i];
            var key = KeyEncoder.TableKey(table.Keys, item);
            encoded[i] = new RecoveredWrite(table, isDelete ? key : ItemBlock.Create(key, item), isDelete);
        }

        payloads.ForEach(static payload => ArrayPool<byte>.Shared.Return(payload));
        return encoded;
    }
}
