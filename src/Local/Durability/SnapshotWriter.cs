using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Writes a catalog to a snapshot file. The catalog is immutable, so that writes can continue meanwhile.</summary>
internal static class SnapshotWriter
{
    private const int RecordBytes = 1 << 16;

    /// <summary>Writes the snapshot of a generation. The file appears complete or not at all.</summary>
    /// <returns>The length of the file in bytes.</returns>
    public static long Write(DataFolder folder, long generation, Catalog catalog)
    {
        var unfinished = folder.UnfinishedSnapshot(generation);
        long length;
        using (var file = RecordFile.Create(unfinished))
        {
            WriteAll(file, catalog);
            file.Flush();
            length = file.Length;
        }

        File.Move(unfinished, folder.Snapshot(generation), overwrite: true);
        folder.Flush();
        return length;
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

        foreach (var token in catalog.Tokens.Values)
            ChangeCodec.Write(payload, new Change(ChangeKind.KeepToken, "", Token: token));
        Put(file, payload, records);
    }

    private static void Put(RecordFile file, BinaryOutput payload, BinaryOutput records)
    {
        if (payload.Length == 0)
            return;

        RecordFormat.WriteRecord(records, payload.Written);
        file.Append(records.Written);
        records.Clear();
        payload.Clear();
    }
}
