using System.Collections.Immutable;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Durability;

/// <summary>Restores the content of a folder: the newest snapshot, then the logs since.</summary>
internal sealed class Recovery
{
    private readonly Dictionary<string, RecoveredTable> tables = [];
    private readonly Dictionary<string, TransactionToken> tokens = [];
    private StreamSet streams = StreamSet.Empty;

    private Recovery()
    {
    }

    /// <summary>The catalog after everything read so far.</summary>
    public Catalog ToCatalog() => new(
        tables.ToImmutableSortedDictionary(static table => table.Key, static table => table.Value.ToTable(), StringComparer.Ordinal),
        tokens.ToImmutableDictionary(StringComparer.Ordinal),
        streams);

    /// <summary>The generation of the log to append to.</summary>
    public long Generation { get; private set; }

    /// <summary>The length of the whole records in that log; 0 if the log does not exist.</summary>
    public long LogLength { get; private set; }

    /// <summary>The length of the snapshot in bytes.</summary>
    public long SnapshotLength { get; private set; }

    /// <summary>Reads a folder.</summary>
    /// <exception cref="LocalDataException">A file is damaged or missing.</exception>
    public static Recovery Run(DataFolder folder)
    {
        folder.DeleteUnfinished();
        var recovery = new Recovery();
        var snapshots = folder.Snapshots();
        var first = snapshots.Count > 0 ? snapshots[^1] : 0;
        if (snapshots.Count > 0)
            recovery.SnapshotLength = RecordReader.ReadAll(folder.Snapshot(first), mayBeTorn: false, recovery.Apply);

        var logs = folder.Logs().Where(generation => generation >= first).ToList();
        recovery.Generation = first;
        for (var i = 0; i < logs.Count; i++)
        {
            if (logs[i] != first + i)
                throw new LocalDataException($"The data file {folder.Log(first + i)} is missing.");
            recovery.Generation = logs[i];
            recovery.LogLength = RecordReader.ReadAll(folder.Log(logs[i]), mayBeTorn: i == logs.Count - 1, recovery.Apply);
        }

        folder.DeleteBefore(first);
        return recovery;
    }

    private void Apply(ReadOnlySpan<byte> payload)
    {
        var input = new BinaryInput(payload);
        while (input.HasMore)
            Apply(ChangeCodec.Read(ref input));
    }

    private void Apply(Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.SetSchema:
                if (tables.TryGetValue(change.Table, out var existing))
                    existing.Schema = change.Schema!;
                else
                    tables[change.Table] = new RecoveredTable(change.Schema!);
                break;
            case ChangeKind.DropTable:
                tables.Remove(change.Table);
                break;
            case ChangeKind.KeepToken:
                tokens[change.Token!.Token] = change.Token;
                break;
            case ChangeKind.SetStream:
                var earlier = streams.Get(change.Stream!.Arn);
                streams = streams.With(earlier is null ? change.Stream : change.Stream.WithRecordsOf(earlier));
                break;
            case ChangeKind.AddRecord:
                var stream = streams.Get(change.Table) ?? throw new InvalidDataException($"There is no stream {change.Table}.");
                streams = streams.With(stream.Add(change.Record!));
                break;
            default:
                ApplyToItem(change);
                break;
        }
    }

    private void ApplyToItem(Change change)
    {
        var table = tables.GetValueOrDefault(change.Table) ?? throw new InvalidDataException($"There is no table {change.Table}.");
        if (change.Kind == ChangeKind.PutItem)
            table.Put(change.Item!);
        else
            table.Delete(change.Item!);
    }
}
