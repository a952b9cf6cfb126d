using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// Backups to and from bytes, without their items: in a log these are the items that the table has at the backup's place, and in a snapshot
/// they follow one by one.
/// </summary>
internal static class BackupCodec
{
    /// <summary>Writes a backup without its items.</summary>
    public static void Write(BinaryOutput output, TableBackup backup)
    {
        output.WriteText(backup.Id);
        output.WriteText(backup.Name);
        output.WriteTime(backup.Created);
        output.WriteText(backup.StreamView ?? "");
        output.WriteBytes(SchemaJson.Write(backup.Schema));
    }

    /// <summary>Reads a backup without its items.</summary>
    public static TableBackup Read(ref BinaryInput input)
    {
        var id = input.ReadText();
        var name = input.ReadText();
        var created = input.ReadTime();
        var view = input.ReadText();
        return new TableBackup
        {
            Id = id,
            Name = name,
            Created = created,
            StreamView = view.Length > 0 ? view : null,
            Schema = SchemaJson.Read(input.ReadBytes()),
        };
    }
}
