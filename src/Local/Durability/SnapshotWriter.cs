using DynamoToolkit.Local.Storage;

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
        foreach (var (name, table) in catalog.Tables)
        {
            ChangeCodec.Write(payload, new Change(ChangeKind.SetSchema, name, Schema: table.Schema));
            for (var cursor = table.Items.Walk(null, null); cursor.MoveNext();)
            {
                ChangeCodec.Write(payload, new Change(ChangeKind.PutItem, name, ItemBlock.Read(cursor.Value)));
                if (payload.Length >= RecordBytes)
                    Put(file, payload, records);
            }
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

        foreach (var (arn, backup) in catalog.Backups)
        {
            ChangeCodec.Write(payload, new Change(ChangeKind.SetBackup, "", Backup: backup));
            for (var cursor = backup.Items.Walk(null, null); cursor.MoveNext();)
            {
                ChangeCodec.Write(payload, new Change(ChangeKind.PutBackupItem, arn, ItemBlock.Read(cursor.Value)));
                if (payload.Length >= RecordBytes)
                    Put(file, payload, records);
            }
        }

        foreach (var token in catalog.Tokens.All)
            ChangeCodec.Write(payload, new Change(ChangeKind.KeepToken, "", Token: token));
        Put(file, payload, records);

        // An empty record is the end. A snapshot that was cut between two records has none.
        RecordFormat.WriteRecord(records, []);
        file.Append(records.Written);
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
