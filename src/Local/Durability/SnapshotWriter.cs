using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>Writes a catalog to a snapshot file. The catalog is immutable, so that writes can continue meanwhile.</summary>
internal static class SnapshotWriter
{
    private const int RecordBytes = 1 << 16;

    // A flush of the log waits for what the disk has to do before. So the snapshot never leaves it much.
    private const int FlushBytes = 1 << 22;

    /// <summary>Writes the snapshot of a generation. The file appears complete or not at all.</summary>
    /// <returns>The length of the file in bytes.</returns>
    public static long Write(DataFolder folder, long generation, Catalog catalog)
    {
        var unfinished = folder.UnfinishedSnapshot(generation);
        try
        {
            var length = Write(folder.Disk, unfinished, catalog);
            folder.Disk.Move(unfinished, folder.Snapshot(generation));
            folder.Flush();
            return length;
        }
        catch (IOException)
        {
            // The remains would keep a full disk full.
            folder.Disk.Delete(unfinished);
            throw;
        }
    }

    private static long Write(Disk disk, string path, Catalog catalog)
    {
        using var file = RecordFile.Create(disk, path);
        WriteAll(file, catalog);
        file.Flush();
        return file.Length;
    }

    private static void WriteAll(RecordFile file, Catalog catalog)
    {
        var payload = new BinaryOutput();
        var records = new BinaryOutput();

        // They come again at the end: if one of them is damaged, the items are not lost.
        var fragments = WireFragments.Shared.Known();
        PutFragments(file, payload, records, fragments);
        foreach (var (name, table) in catalog.Tables)
        {
            ChangeCodec.Write(payload, new Change(ChangeKind.SetSchema, name, Schema: table.Schema));
            Put(file, payload, records);
            PutItems(file, payload, records, ChangeKind.PutPacked, name, table.Items);
        }

        foreach (var stream in catalog.Streams.All)
        {
            ChangeCodec.Write(payload, new Change(ChangeKind.SetStream, "", Stream: stream));
            foreach (var record in stream.Shards.SelectMany(static shard => shard.Records.All))
            {
                ChangeCodec.Write(payload, new Change(ChangeKind.AddRecord, stream.Arn, Record: record));
                if (payload.Length >= RecordBytes)
                    Put(file, payload, records);
            }
        }

        Put(file, payload, records);
        foreach (var (arn, backup) in catalog.Backups)
        {
            ChangeCodec.Write(payload, new Change(ChangeKind.SetBackup, "", Backup: backup));
            Put(file, payload, records);
            PutItems(file, payload, records, ChangeKind.PutPackedBackup, arn, backup.Items);
        }

        foreach (var token in catalog.Tokens.All)
            ChangeCodec.Write(payload, new Change(ChangeKind.KeepToken, "", Token: token));
        Put(file, payload, records);
        PutFragments(file, payload, records, fragments);

        // An empty record is the end. A snapshot that was cut between two records has none.
        RecordFormat.WriteRecord(records, []);
        file.Append(records.Written);
    }

    private static void PutFragments(RecordFile file, BinaryOutput payload, BinaryOutput records, byte[][] fragments)
    {
        PackedCodec.WriteFragments(payload, fragments);
        Put(file, payload, records);
    }

    private static void PutItems(
        RecordFile file, BinaryOutput payload, BinaryOutput records, ChangeKind kind, string owner, SortedTree<byte[], ItemBlock> items)
    {
        for (var cursor = items.Walk(null, null); cursor.MoveNext();)
        {
            if (payload.Length == 0)
                PackedCodec.Begin(payload, kind, owner);
            payload.WriteBytes(cursor.Value);
            if (payload.Length >= RecordBytes)
                Put(file, payload, records);
        }

        Put(file, payload, records);
    }

    private static void Put(RecordFile file, BinaryOutput payload, BinaryOutput records)
    {
        if (payload.Length == 0)
            return;

        RecordFormat.WriteRecord(records, payload.Written);
        file.Append(records.Written);
        if (file.Length / FlushBytes != (file.Length - records.Length) / FlushBytes)
            file.Flush();
        records.Clear();
        payload.Clear();
    }
}
