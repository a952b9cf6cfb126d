using System.Diagnostics;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Writes a catalog to a snapshot file. The catalog is immutable, so that writes can continue meanwhile. A large snapshot has items packed
/// as in memory (<see cref="PackedCodec"/>), with the fragments of the process, which would dwarf a small one: that has items as JSON.
/// </summary>
internal sealed class SnapshotWriter
{
    private const int RecordBytes = 1 << 16;

    // A flush of the log waits for what the disk has to do before. So the snapshot leaves it little at once, and half of its time.
    private const int FlushBytes = 1 << 20;

    // How many times as large as the fragments the items must be.
    private const int MinRatio = 16;

    private readonly RecordFile file;
    private readonly Catalog catalog;
    private readonly BinaryOutput payload = new();
    private readonly BinaryOutput records = new();
    private readonly byte[][] fragments;
    private readonly bool isPacked;
    private readonly CancellationToken cancellationToken;

    private SnapshotWriter(RecordFile file, Catalog catalog, CancellationToken cancellationToken)
    {
        this.file = file;
        this.catalog = catalog;
        this.cancellationToken = cancellationToken;

        // All that the items of the catalog have.
        fragments = WireFragments.Shared.Known();
        var bytes = catalog.Tables.Sum(static table => table.Bytes) + catalog.Backups.Values.Sum(static backup => backup.Bytes);
        isPacked = bytes >= MinRatio * fragments.Sum(static fragment => (long)fragment.Length);
    }

    /// <summary>Writes the snapshot of a generation. The file appears complete or not at all.</summary>
    /// <returns>The length of the file in bytes.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled. Nothing of the file is left.</exception>
    public static long Write(DataFolder folder, long generation, Catalog catalog, CancellationToken cancellationToken)
    {
        var unfinished = folder.UnfinishedSnapshot(generation);
        try
        {
            var length = Write(folder.Disk, unfinished, catalog, cancellationToken);
            folder.Disk.Move(unfinished, folder.Snapshot(generation));
            folder.Flush();
            return length;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The remains would keep a full disk full.
            folder.Disk.Delete(unfinished);
            throw;
        }
    }

    private static long Write(Disk disk, string path, Catalog catalog, CancellationToken cancellationToken)
    {
        using var file = RecordFile.Create(disk, path);
        new SnapshotWriter(file, catalog, cancellationToken).WriteAll();
        file.Flush();
        return file.Length;
    }

    private void WriteAll()
    {
        PutFragments();
        foreach (var table in catalog.Tables)
        {
            Add(new Change(ChangeKind.SetSchema, table.Schema.Name, Schema: table.Schema));
            PutItems(table.Schema.Name, table.Items, ChangeKind.PutItem, ChangeKind.PutPacked);
        }

        foreach (var stream in catalog.Streams.All)
        {
            Add(new Change(ChangeKind.SetStream, "", Stream: stream));
            foreach (var record in stream.Shards.SelectMany(static shard => shard.Records.All))
                Add(new Change(ChangeKind.AddRecord, stream.Arn, Record: record));
        }

        foreach (var (arn, backup) in catalog.Backups)
        {
            Add(new Change(ChangeKind.SetBackup, "", Backup: backup));
            PutItems(arn, backup.Items, ChangeKind.PutBackupItem, ChangeKind.PutPackedBackup);
        }

        foreach (var token in catalog.Tokens.All)
            Add(new Change(ChangeKind.KeepToken, "", Token: token));
        Put();

        // Once more: no packed item can be read without them.
        PutFragments();

        // An empty record is the end. A snapshot that was cut between two records has none.
        RecordFormat.WriteRecord(records, []);
        file.Append(records.Written);
    }

    private void PutFragments()
    {
        if (!isPacked)
            return;

        PackedCodec.WriteFragments(payload, fragments);
        Put();
    }

    private void PutItems(string owner, SortedTree<byte[], ItemBlock> items, ChangeKind kind, ChangeKind packedKind)
    {
        if (isPacked)
            Put();
        for (var cursor = items.Walk(null, null); cursor.MoveNext();)
        {
            if (!isPacked)
            {
                Add(new Change(kind, owner, ItemBlock.Read(cursor.Value)));
                continue;
            }

            if (payload.Length == 0)
                PackedCodec.Begin(payload, packedKind, owner);
            payload.WriteBytes(cursor.Value);
            PutIfLong();
        }

        if (isPacked)
            Put();
    }

    private void Add(Change change)
    {
        ChangeCodec.Write(payload, change);
        PutIfLong();
    }

    private void PutIfLong()
    {
        if (payload.Length >= RecordBytes)
            Put();
    }

    private void Put()
    {
        if (payload.Length == 0)
            return;

        cancellationToken.ThrowIfCancellationRequested();
        RecordFormat.WriteRecord(records, payload.Written);
        file.Append(records.Written);
        if (file.Length / FlushBytes != (file.Length - records.Length) / FlushBytes)
        {
            var start = Stopwatch.GetTimestamp();
            file.Flush();
            Thread.Sleep(Stopwatch.GetElapsedTime(start));
        }

        records.Clear();
        payload.Clear();
    }
}
