using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>Changes that become visible together. Reads through a batch see its own changes. Dropping a batch leaves no trace.</summary>
internal sealed class WriteBatch(Catalog catalog, List<Change>? changes)
{
    /// <summary>The catalog with the changes so far.</summary>
    public Catalog Catalog { get; private set; } = catalog;

    /// <summary>The table of that name.</summary>
    /// <exception cref="DynamoError">There is none.</exception>
    public Table Table(string name) => Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.ResourceNotFound();

    /// <summary>Puts an item in place of what is under its key.</summary>
    public void Put(Table table, byte[] key, MapValue? old, MapValue item)
    {
        Replace(table.Put(key, old, item));
        changes?.Add(new Change(ChangeKind.PutItem, table.Schema.Name, item));
    }

    /// <summary>Deletes an item.</summary>
    public void Delete(Table table, byte[] key, MapValue old)
    {
        Replace(table.Delete(key, old));
        changes?.Add(new Change(ChangeKind.DeleteItem, table.Schema.Name, KeyRules.KeyOf(table.Schema.Keys, old)));
    }

    /// <summary>Makes a table, or gives one another schema.</summary>
    public void SetSchema(TableSchema schema)
    {
        var table = Catalog.Tables.GetValueOrDefault(schema.Name);
        Replace(table is null ? Storage.Table.Create(schema) : table.With(schema));
        changes?.Add(new Change(ChangeKind.SetSchema, schema.Name, Schema: schema));
    }

    /// <summary>Deletes a table and its items.</summary>
    public void Drop(string name)
    {
        Catalog = Catalog with { Tables = Catalog.Tables.Remove(name) };
        changes?.Add(new Change(ChangeKind.DropTable, name));
    }

    /// <summary>Remembers a transaction's token.</summary>
    public void Keep(TransactionToken token)
    {
        Catalog = Catalog with { Tokens = Catalog.Tokens.SetItem(token.Token, token) };
        changes?.Add(new Change(ChangeKind.KeepToken, "", Token: token));
    }

    /// <summary>Forgets tokens whose time has passed. This is not logged: what a log brings back is forgotten again.</summary>
    public void Forget(DateTimeOffset now)
    {
        var expired = Catalog.Tokens.Values.Where(token => token.Expires <= now).Select(static token => token.Token).ToList();
        if (expired.Count > 0)
            Catalog = Catalog with { Tokens = Catalog.Tokens.RemoveRange(expired) };
    }

    private void Replace(Table table) => Catalog = Catalog with { Tables = Catalog.Tables.SetItem(table.Schema.Name, table) };
}
