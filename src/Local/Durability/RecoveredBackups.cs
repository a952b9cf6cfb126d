using System.Collections.Immutable;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>The backups while the records of a folder are read.</summary>
internal sealed class RecoveredBackups
{
    private readonly Dictionary<string, (TableBackup Backup, RecoveredTable Items)> backups = [];

    /// <summary>Begins a backup of a snapshot, whose items follow.</summary>
    public void Add(TableBackup backup) => Add(backup, new RecoveredTable(backup.Schema));

    /// <summary>Adds a backup that has all its items.</summary>
    public void Add(TableBackup backup, RecoveredTable items) => backups[backup.Arn] = (backup, items);

    /// <summary>Removes a backup. Returns whether there was one.</summary>
    public bool Remove(string arn) => backups.Remove(arn);

    /// <summary>The items of a backup; null if there is none.</summary>
    public RecoveredTable? ItemsOf(string arn) => backups.TryGetValue(arn, out var found) ? found.Items : null;

    /// <summary>The backups after everything read so far.</summary>
    public ImmutableSortedDictionary<string, TableBackup> ToCatalog() => backups.ToImmutableSortedDictionary(
        static entry => entry.Key,
        static entry =>
        {
            var items = entry.Value.Items.ToItems();
            return entry.Value.Backup with
            {
                Items = SortedTree<byte[], ItemBlock>.FromSorted(items),
                Bytes = items.Sum(static item => (long)ItemBlock.SizeOf(item)),
            };
        },
        StringComparer.Ordinal);
}
