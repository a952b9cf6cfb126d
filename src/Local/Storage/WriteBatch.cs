using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>Changes that become visible together. Reads through the batch see its changes. An abandoned batch has no effect.</summary>
internal sealed class WriteBatch(Catalog catalog, List<Change>? changes)
{
    /// <summary>The catalog including the changes so far.</summary>
    public Catalog Catalog { get; private set; } = catalog;

    /// <summary>Puts an item. It replaces the old item with this key.</summary>
    public void Put(Table table, byte[] key, MapValue? old, MapValue item)
    {
        Replace(table.Put(key, old, item));
        changes?.Add(new Change(ChangeKind.PutItem, table.Schema.Name, item));
    }

    /// <summary>Deletes an item.</summary>
    public void Delete(Table table, byte[] key, MapValue old)
    {
        Replace(table.Delete(key, old));
        changes?.Add(new Change(ChangeKind.DeleteItem, table.Schema.Name, KeyRules.KeyOf(table.Schema.Keys.Elements, old)));
    }

    /// <summary>Creates a table, or changes the schema of an existing one.</summary>
    public void SetSchema(TableSchema schema)
    {
        var table = Catalog.Tables.GetValueOrDefault(schema.Name);
        Replace(table is null ? Table.Create(schema) : table.With(schema));
        changes?.Add(new Change(ChangeKind.SetSchema, schema.Name, Schema: schema));
    }

    /// <summary>Deletes a table and its items.</summary>
    public void Drop(string name)
    {
        Catalog = Catalog with { Tables = Catalog.Tables.Remove(name) };
        changes?.Add(new Change(ChangeKind.DropTable, name));
    }

    /// <summary>Remembers the token of a transaction.</summary>
    public void Keep(TransactionToken token)
    {
        Catalog = Catalog with { Tokens = Catalog.Tokens.SetItem(token.Token, token) };
        changes?.Add(new Change(ChangeKind.KeepToken, "", Token: token));
    }

    /// <summary>Forgets expired tokens. The log does not record this: tokens that recovery brings back are forgotten again.</summary>
    public void Forget(DateTimeOffset now)
    {
        var expired = Catalog.Tokens.Values.Where(token => token.Expires <= now).Select(static token => token.Token).ToList();
        if (expired.Count > 0)
            Catalog = Catalog with { Tokens = Catalog.Tokens.RemoveRange(expired) };
    }

    private void Replace(Table table) => Catalog = Catalog with { Tables = Catalog.Tables.SetItem(table.Schema.Name, table) };
}
