using System.Collections.Immutable;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Durability;

/// <summary>Tables, tokens, streams and backups while the records of a folder are read.</summary>
internal sealed class RecoveredContent
{
    // Enough to keep all threads busy, and little enough to stay in the cache of the processor.
    private const int MaxChunks = 16;
    private readonly Dictionary<string, RecoveredTable> tables = [];
    private readonly List<Change> changes = [];
    private readonly Queue<RecoveredChunk> encoding = new();
    private readonly Stack<RecoveredChunk> free = new();
    private readonly RecoveredBackups backups = new();
    private RecoveredChunk chunk = new();
    private RecoveredFragments? fragments;
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
            TableMap.Of(tables.Values.Select(static table => table.ToTable())),
            tokens,
            streams,
            backups.ToCatalog());
    }

    /// <summary>Applies a record. One that makes no sense has no effect at all.</summary>
    /// <exception cref="InvalidDataException">The record makes no sense.</exception>
    public void Apply(ReadOnlySpan<byte> payload)
    {
        if (!chunk.HasRoomFor(payload.Length))
            Encode();

        var input = new BinaryInput(chunk.Keep(payload));
        if (PackedCodec.Reads(payload))
            ApplyPacked(ref input);
        else
            ApplyChanges(ref input);
    }

    /// <summary>Takes the fragments of a record, if it has them.</summary>
    public void ApplyFragments(ReadOnlySpan<byte> payload)
    {
        if (payload is [(byte)ChangeKind.SetFragments, ..])
            Apply(payload);
    }

    private void ApplyPacked(ref BinaryInput input)
    {
        var kind = (ChangeKind)input.ReadByte();
        if (kind == ChangeKind.SetFragments)
        {
            fragments = new RecoveredFragments(PackedCodec.ReadFragments(ref input));
            return;
        }

        var owner = lastTable = input.ReadText(lastTable);
        var table = kind == ChangeKind.PutPacked ? tables.GetValueOrDefault(owner) : backups.ItemsOf(owner);
        var blocks = PackedCodec.ReadBlocks(ref input);
        if (table is null)
            throw new InvalidDataException($"there is no table or backup {owner}");
        if (fragments is null)
            throw new InvalidDataException("the fragments of its items are missing");
        chunk.Add(new RecoveredEntry(table, Item: null, IsDelete: false, blocks, fragments));
    }

    private void ApplyChanges(ref BinaryInput input)
    {
        changes.Clear();
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
    }

    // Another thread makes keys and items of the chunk, while this one reads on.
    private void Encode()
    {
        chunk.Encode();
        encoding.Enqueue(chunk);
        if (encoding.Count > MaxChunks)
            ApplyNext();
        chunk = free.TryPop(out var used) ? used : new RecoveredChunk();
    }

    private void ApplyAll()
    {
        Encode();
        while (encoding.Count > 0)
            ApplyNext();
    }

    private void ApplyNext()
    {
        var next = encoding.Dequeue();
        next.Apply();
        free.Push(next);
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

        chunk.Add(new RecoveredEntry(table, change.Item, change.Kind == ChangeKind.DeleteItem));
        return true;
    }
}
