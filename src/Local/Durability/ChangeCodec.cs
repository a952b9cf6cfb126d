using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>Changes to and from bytes. The payload of a record is a sequence of changes.</summary>
internal static class ChangeCodec
{
    /// <summary>Writes a change.</summary>
    public static void Write(BinaryOutput output, Change change)
    {
        output.WriteByte((byte)change.Kind);
        output.WriteText(change.Table);
        switch (change.Kind)
        {
            case ChangeKind.PutItem or ChangeKind.DeleteItem or ChangeKind.PutBackupItem:
                ValueCodec.WriteMap(output, change.Item!);
                break;
            case ChangeKind.SetSchema or ChangeKind.RestoreTable:
                output.WriteBytes(SchemaJson.Write(change.Schema!));
                break;
            case ChangeKind.KeepToken:
                output.WriteText(change.Token!.Token);
                output.WriteText(change.Token.Fingerprint);
                output.WriteTime(change.Token.Expires);
                break;
            case ChangeKind.SetStream:
                StreamCodec.WriteStream(output, change.Stream!);
                break;
            case ChangeKind.AddRecord:
                StreamCodec.WriteRecord(output, change.Record!);
                break;
            case ChangeKind.CreateBackup or ChangeKind.SetBackup:
                BackupCodec.Write(output, change.Backup!);
                break;
        }
    }

    /// <summary>Reads a change.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="likelyTable">The name that the table probably has, which needs no new string then.</param>
    public static Change Read(ref BinaryInput input, string likelyTable)
    {
        var kind = (ChangeKind)input.ReadByte();
        var table = input.ReadText(likelyTable);
        return kind switch
        {
            ChangeKind.PutItem or ChangeKind.DeleteItem or ChangeKind.PutBackupItem =>
                new Change(kind, table, ValueCodec.ReadMap(ref input)),
            ChangeKind.SetSchema or ChangeKind.RestoreTable => new Change(kind, table, Schema: SchemaJson.Read(input.ReadBytes())),
            ChangeKind.DropTable or ChangeKind.DeleteBackup => new Change(kind, table),
            ChangeKind.KeepToken => new Change(kind, table, Token: ReadToken(ref input)),
            ChangeKind.SetStream => new Change(kind, table, Stream: StreamCodec.ReadStream(ref input)),
            ChangeKind.AddRecord => new Change(kind, table, Record: StreamCodec.ReadRecord(ref input)),
            ChangeKind.CreateBackup or ChangeKind.SetBackup => new Change(kind, table, Backup: BackupCodec.Read(ref input)),
            _ => throw new InvalidDataException($"There is no kind of change {(byte)kind}."),
        };
    }

    private static TransactionToken ReadToken(ref BinaryInput input)
    {
        var token = input.ReadText();
        var fingerprint = input.ReadText();
        return new TransactionToken(token, fingerprint, input.ReadTime());
    }
}
