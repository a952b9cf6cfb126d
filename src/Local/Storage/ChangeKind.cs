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
}
