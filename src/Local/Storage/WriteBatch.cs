using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>Changes that become visible together. Reads through the batch see its changes. An abandoned batch has no effect.</summary>
internal sealed class WriteBatch(Catalog catalog, List<Change>? changes, TimeProvider time)
{
    /// <summary>The catalog without the changes.</summary>
    public Catalog Before { get; } = catalog;

    /// <summary>The changes so far, as the log keeps them; null if there is no log.</summary>
    public List<Change>? Changes { get; } = changes;

    /// <summary>The catalog including the changes so far.</summary>
    public Catalog Catalog { get; private set; } = catalog;

    /// <summary>The tables and keys of the items that were put or deleted; null if nobody wants to know.</summary>
    public List<(string Table, byte[] Key)>? Touched { get; init; }

    /// <summary>Puts an item. It replaces the old item with this key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="item">The item, which may refer to the request.</param>
    /// <param name="block">The item (<see cref="ItemBlock"/>).</param>
    /// <param name="tried">The same change of an earlier table's items; null if it has not been tried.</param>
    public void Put(Table table, MapValue item, byte[] block, TreeChange<byte[], ItemBlock>? tried = null)
    {
        Replace(table.Put(block, item, tried, out var old));
        Touched?.Add((table.Schema.Name, ItemBlock.Of(block).ToArray()));
        Changes?.Add(new Change(ChangeKind.PutItem, table.Schema.Name, item));
        if (StreamOf(table) is { } stream)
            Report(stream, old is null ? null : ItemBlock.Read(old), ItemBlock.Read(block), byService: false);
    }

    /// <summary>Deletes an item.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The item's key, as the table stores it.</param>
    /// <param name="old">The item.</param>
    /// <param name="byService">Whether the item is deleted because it has expired.</param>
    public void Delete(Table table, byte[] key, MapValue old, bool byService = false)
    {
        Replace(table.Delete(key, old));
        Touched?.Add((table.Schema.Name, key));
        Changes?.Add(new Change(ChangeKind.DeleteItem, table.Schema.Name, KeyRules.KeyOf(table.Schema.Keys.Elements, old)));
        if (StreamOf(table) is { } stream)
            Report(stream, old, null, byService);
    }

    /// <summary>Creates a table, or changes the schema of an existing one.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="build">What has been built of its new indexes; null for nothing.</param>
    public void SetSchema(TableSchema schema, IndexBuild? build = null)
    {
        var table = Catalog.Tables.Find(schema.Name);
        Replace(table is null ? Table.Create(schema) : (build?.Finish(table) ?? table).With(schema));
        Changes?.Add(new Change(ChangeKind.SetSchema, schema.Name, Schema: schema));
    }

    /// <summary>Deletes a table and its items. Its stream is disabled.</summary>
    public void Drop(string name)
    {
        DisableStream(name);
        Catalog = Catalog with { Tables = Catalog.Tables.Without(name) };
        Changes?.Add(new Change(ChangeKind.DropTable, name));
    }

    /// <summary>Adds a backup of a table as it is now.</summary>
    public void AddBackup(TableBackup backup)
    {
        Catalog = Catalog with { Backups = Catalog.Backups.Add(backup.Arn, backup) };
        Changes?.Add(new Change(ChangeKind.CreateBackup, backup.Schema.Name, Backup: backup));
    }

    /// <summary>Deletes a backup.</summary>
    public void DeleteBackup(string arn)
    {
        Catalog = Catalog with { Backups = Catalog.Backups.Remove(arn) };
        Changes?.Add(new Change(ChangeKind.DeleteBackup, arn));
    }

    /// <summary>Adds a table that has the items of a backup.</summary>
    public void Restore(string backupArn, Table table)
    {
        Replace(table);
        Changes?.Add(new Change(ChangeKind.RestoreTable, backupArn, Schema: table.Schema));
    }

    /// <summary>Remembers the token of a transaction.</summary>
    public void Keep(TransactionToken token)
    {
        Catalog = Catalog with { Tokens = Catalog.Tokens.With(token) };
        Changes?.Add(new Change(ChangeKind.KeepToken, "", Token: token));
    }

    /// <summary>Forgets expired tokens. The log does not record this: tokens that recovery brings back are forgotten again.</summary>
    public void Forget(DateTimeOffset now)
    {
        var tokens = Catalog.Tokens.WithoutExpired(now);
        if (!ReferenceEquals(tokens, Catalog.Tokens))
            Catalog = Catalog with { Tokens = tokens };
    }

    /// <summary>Enables the stream of a table that has none or a disabled one.</summary>
    public void EnableStream(TableSchema schema, string view)
    {
        // The name of a stream has its time. Two streams of one table must not have the same.
        var stream = TableStream.Enable(schema, view, time.GetUtcNow());
        while (Catalog.Streams.Get(stream.Arn) is not null)
            stream = TableStream.Enable(schema, view, stream.Created.AddMilliseconds(1));
        Keep(stream);
    }

    /// <summary>Disables the stream of a table, if it has an enabled one.</summary>
    /// <returns>Whether it had.</returns>
    public bool DisableStream(string table)
    {
        if (!Catalog.Streams.Enabled.TryGetValue(table, out var stream))
            return false;

        Keep(stream.Disable(time.GetUtcNow()));
        return true;
    }

    /// <summary>
    /// Forgets what is too old in streams. The log does not record this: what recovery brings back is invisible, and is forgotten again.
    /// </summary>
    public void TrimStreams()
    {
        var trimmed = Catalog.Streams.Trim(time.GetUtcNow());
        if (!ReferenceEquals(trimmed, Catalog.Streams))
            Catalog = Catalog with { Streams = trimmed };
    }

    private void Keep(TableStream stream)
    {
        Catalog = Catalog with { Streams = Catalog.Streams.With(stream) };
        Changes?.Add(new Change(ChangeKind.SetStream, "", Stream: stream));
    }

    private TableStream? StreamOf(Table table) =>
        Catalog.Streams.Enabled.IsEmpty ? null : Catalog.Streams.Enabled.GetValueOrDefault(table.Schema.Name);

    // A write that leaves the item as it was has no record.
    private void Report(TableStream stream, MapValue? old, MapValue? item, bool byService)
    {
        if (old is not null && item is not null && old.SameAs(item))
            return;

        var record = stream.RecordOf(old, item, time.GetUtcNow(), byService);
        Catalog = Catalog with { Streams = Catalog.Streams.With(stream.Add(record)) };
        Changes?.Add(new Change(ChangeKind.AddRecord, stream.Arn, Record: record));
    }

    private void Replace(Table table) => Catalog = Catalog with { Tables = Catalog.Tables.With(table) };
}
