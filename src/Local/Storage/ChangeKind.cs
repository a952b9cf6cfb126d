namespace DynamoToolkit.Local.Storage;

/// <summary>What a change does.</summary>
internal enum ChangeKind : byte
{
    PutItem = 1,
    DeleteItem = 2,
    SetSchema = 3,
    DropTable = 4,
    KeepToken = 5,
    SetStream = 6,
    AddRecord = 7,

    /// <summary>Makes a backup of a table as it is at this place. A record with one has nothing else.</summary>
    CreateBackup = 8,
    DeleteBackup = 9,

    /// <summary>Creates a table from a backup. A record with one has nothing else.</summary>
    RestoreTable = 10,

    /// <summary>Begins a backup whose items follow. Only snapshots have these.</summary>
    SetBackup = 11,
    PutBackupItem = 12,

    /// <summary>The fragments of packed items. Only large snapshots have these three, each in a record of its own.</summary>
    SetFragments = 13,
    PutPacked = 14,
    PutPackedBackup = 15,
}
