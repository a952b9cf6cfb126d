using DynamoToolkit.Local.Durability;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>Brings a snapshot that this process has written into one of its two forms.</summary>
internal static class SnapshotForm
{
    /// <summary>How often a snapshot has the fragments of packed items: twice, or never.</summary>
    public static int CountFragments(string path)
    {
        var count = 0;
        RecordReader.ReadAll(path, payload => count += payload is [(byte)ChangeKind.SetFragments, ..] ? 1 : 0);
        return count;
    }

    /// <summary>Writes the snapshot anew, with items as JSON.</summary>
    public static void MakePlain(string path) => Rewrite(path, (output, changes) =>
    {
        var payload = new BinaryOutput();
        foreach (var change in changes)
            ChangeCodec.Write(payload, change);
        RecordFormat.WriteRecord(output, payload.Written);
    });

    /// <summary>Writes the snapshot anew, with packed items, as another process would, whose fragments have other numbers.</summary>
    public static void MakePacked(string path) => Rewrite(path, (output, changes) =>
    {
        var fragments = new WireFragments();
        var keys = new Dictionary<string, KeySchema>();
        var records = new List<byte[]>();
        foreach (var change in changes)
        {
            var payload = new BinaryOutput();
            if (change.Kind is ChangeKind.SetSchema)
                keys[change.Table] = change.Schema!.Keys;
            if (change.Kind is ChangeKind.SetBackup)
                keys[change.Backup!.Arn] = change.Backup.Schema.Keys;
            if (change.Kind is ChangeKind.PutItem or ChangeKind.PutBackupItem)
            {
                var kind = change.Kind is ChangeKind.PutItem ? ChangeKind.PutPacked : ChangeKind.PutPackedBackup;
                PackedCodec.Begin(payload, kind, change.Table);
                payload.WriteBytes(Pack(fragments, KeyEncoder.TableKey(keys[change.Table], change.Item!), change.Item!));
            }
            else
            {
                ChangeCodec.Write(payload, change);
            }

            records.Add(payload.Written.ToArray());
        }

        var known = new BinaryOutput();
        PackedCodec.WriteFragments(known, fragments.Known());
        foreach (var record in records.Prepend(known.Written.ToArray()).Append(known.Written.ToArray()))
            RecordFormat.WriteRecord(output, record);
    });

    private static void Rewrite(string path, Action<BinaryOutput, List<Change>> write)
    {
        var changes = new List<Change>();
        var scan = RecordReader.ReadAll(path, payload =>
        {
            var input = new BinaryInput(payload.ToArray());
            if (PackedCodec.Reads(payload))
            {
                ReadPacked(ref input, changes);
                return;
            }

            while (input.HasMore)
                changes.Add(ChangeCodec.Read(ref input, ""));
        });
        Assert.Null(scan.Problem);

        var output = new BinaryOutput();
        output.WriteRaw(RecordFormat.FileMark);
        write(output, changes);
        RecordFormat.WriteRecord(output, []);
        File.WriteAllBytes(path, output.Written.ToArray());
    }

    private static void ReadPacked(ref BinaryInput input, List<Change> changes)
    {
        var kind = (ChangeKind)input.ReadByte();
        if (kind == ChangeKind.SetFragments)
            return;

        var owner = input.ReadText();
        var plain = kind == ChangeKind.PutPacked ? ChangeKind.PutItem : ChangeKind.PutBackupItem;
        var blocks = new BinaryInput(PackedCodec.ReadBlocks(ref input));
        while (blocks.HasMore)
            changes.Add(new Change(plain, owner, ItemBlock.Read(blocks.ReadBytes().ToArray())));
    }

    // Twice, because a fragment gets a number when it is seen for the second time.
    private static byte[] Pack(WireFragments fragments, byte[] key, MapValue item)
    {
        using var scratch = WireBuffer.Rent();
        var wire = item.ToWire(scratch);
        var packed = new byte[WirePacking.MaxLength(wire.Length)];
        WirePacking.Pack(fragments, wire, packed);
        var length = WirePacking.Pack(fragments, wire, packed);

        // The beginning is the same in every process.
        var block = ItemBlock.Create(key, item);
        return [.. block[..(sizeof(int) + sizeof(ushort) + key.Length)], .. packed[..length]];
    }
}
