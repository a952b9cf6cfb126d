using System.Collections.Immutable;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Brings back what a folder holds: the newest snapshot, then the logs since.</summary>
internal sealed class Recovery
{
    private readonly Dictionary<string, Table> tables = [];
    private readonly Dictionary<string, TransactionToken> tokens = [];

    private Recovery()
    {
    }

    /// <summary>The catalog.</summary>
    public Catalog Catalog => new(tables.ToImmutableSortedDictionary(StringComparer.Ordinal), tokens.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>The generation of the log to append to.</summary>
    public long Generation { get; private set; }

    /// <summary>How much of that log is whole; 0 when it has to be made.</summary>
    public long LogLength { get; private set; }

    /// <summary>The bytes of the snapshot.</summary>
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
        if (logs.Count > 0 && logs[0] != first)
            throw new LocalDataException($"The data file {folder.Log(first)} is missing.");

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
                tables[change.Table] = tables.TryGetValue(change.Table, out var existing)
                    ? existing.With(change.Schema!)
                    : Table.Create(change.Schema!);
                break;
            case ChangeKind.DropTable:
                tables.Remove(change.Table);
                break;
            case ChangeKind.KeepToken:
                tokens[change.Token!.Token] = change.Token;
                break;
            default:
                ApplyToItem(change);
                break;
        }
    }

    private void ApplyToItem(Change change)
    {
        var table = tables.GetValueOrDefault(change.Table) ?? throw new InvalidDataException($"There is no table {change.Table}.");
        var key = table.KeyOf(change.Item!);
        var old = table.Items.Get(key);
        if (change.Kind == ChangeKind.PutItem)
            tables[change.Table] = table.Put(key, old, change.Item!);
        else if (old is not null)
            tables[change.Table] = table.Delete(key, old);
    }
}
