using System.Collections.Immutable;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Durability;

/// <summary>Tables, tokens, streams and backups while the records of a folder are read.</summary>
internal sealed class RecoveredContent
{
    // As much as fits into memory without notice.
    private const int MaxChunks = 64;
    private readonly Dictionary<string, RecoveredTable> tables = [];
    private readonly List<Change> changes = [];
    private readonly Queue<Task<RecoveredWrite[]>> encoding = new();
    private readonly RecoveredBackups backups = new();
    private RecoveredChunk chunk = new();
    private TokenSet tokens = TokenSet.Empty;
    private string lastTable = "";
    private StreamSet streams = StreamSet.Empty;

    /// <summary>Whether earlier records are missing, so that a table or a stream can be unknown.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The changes of unknown tables and streams.</summary>
    public int SkippedChanges { get; private set; }

    /// <summary>The catalog after everything read so far.</summary>
    public Catalog ToCatalog()
    {
        ApplyAll();
        return new(
            tables.ToImmutableSortedDictionary(static table => table.Key, static table => table.Value.ToTable(), StringComparer.Ordinal),
            tokens,
            streams,
            backups.ToCatalog());
    }

    /// <summary>Applies a record.</summary>
    /// <exception cref="InvalidDataException">The record makes no sense.</exception>
    public void Apply(ReadOnlySpan<byte> payload)
    {
        // A record that makes no sense has no effect at all.
        changes.Clear();
        var input = new BinaryInput(chunk.Keep(payload));
        while (input.HasMore)
        {
            changes.Add(ChangeCodec.Read(ref input, lastTable));
            lastTable = changes[^1].Table;
        }

        foreach (var change in changes)
        {
            if (TryApply(change))
                continue;
            if (!IsIncomplete)
                throw new InvalidDataException($"there is no table, stream or backup {change.Table}");
            SkippedChanges++;
        }

        if (chunk.IsFull)
            Encode();
    }

    // Another thread makes keys and items of the chunk, while this one reads on.
    private void Encode()
    {
        encoding.Enqueue(Task.Run(chunk.Encode));
        chunk = new RecoveredChunk();
        if (encoding.Count > MaxChunks)
            ApplyNext();
    }

    private void ApplyAll()
    {
        Encode();
        while (encoding.Count > 0)
            ApplyNext();
    }

    private void ApplyNext()
    {
        foreach (var write in encoding.Dequeue().GetAwaiter().GetResult())
            write.Table.Apply(write);
    }

    private bool TryApply(Change change)
    {
        switch (change.Kind)
        {
            case ChangeKind.SetSchema:
                if (tables.TryGetValue(change.Table, out var existing))
                    existing.Schema = change.Schema!;
                else
                    tables[change.Table] = new RecoveredTable(change.Schema!);
                return true;
            case ChangeKind.DropTable:
                return tables.Remove(change.Table);
            case ChangeKind.KeepToken:
                tokens = tokens.With(change.Token!);
                return true;
            case ChangeKind.SetStream:
                var earlier = streams.Get(change.Stream!.Arn);
                streams = streams.With(earlier is null ? change.Stream : change.Stream.WithRecordsOf(earlier));
                return true;
            case ChangeKind.AddRecord:
                if (streams.Get(change.Table) is not { } stream)
                    return false;
                streams = streams.With(stream.Add(change.Record!));
                return true;
            case ChangeKind.CreateBackup:
                return TryBackUp(change);
            case ChangeKind.SetBackup:
                backups.Add(change.Backup!);
                return true;
            case ChangeKind.DeleteBackup:
                return backups.Remove(change.Table);
            case ChangeKind.RestoreTable:
                return TryRestore(change);
            case ChangeKind.PutBackupItem:
                return TryAdd(backups.ItemsOf(change.Table), change);
            default:
                return TryAdd(tables.GetValueOrDefault(change.Table), change);
        }
    }

    private bool TryBackUp(Change change)
    {
        if (!tables.TryGetValue(change.Table, out var table))
            return false;

        ApplyAll();
        backups.Add(change.Backup!, table.Copy(change.Backup!.Schema));
        return true;
    }

    private bool TryRestore(Change change)
    {
        if (backups.ItemsOf(change.Table) is not { } items)
            return false;

        ApplyAll();
        tables[change.Schema!.Name] = items.Copy(change.Schema);
        return true;
    }

    private bool TryAdd(RecoveredTable? table, Change change)
    {
        if (table is null)
            return false;

        chunk.Add(table, change.Item!, change.Kind == ChangeKind.DeleteItem);
        return true;
    }
}
