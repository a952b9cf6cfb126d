using System.Collections;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Tables by name, in the order of their names. Immutable. Every write replaces a table, so that must cost little: one array of eight
/// bytes a table is copied, which is little for up to some hundreds, and the names, which change only with the set of tables, are shared.
/// </summary>
internal sealed class TableMap : IEnumerable<Table>
{
    /// <summary>The map without tables.</summary>
    public static readonly TableMap Empty = new([], []);

    private readonly string[] names;
    private readonly Table[] tables;

    private TableMap(string[] names, Table[] tables)
    {
        this.names = names;
        this.tables = tables;
    }

    /// <summary>A map of tables with different names.</summary>
    public static TableMap Of(IEnumerable<Table> tables)
    {
        var sorted = tables.OrderBy(static table => table.Schema.Name, StringComparer.Ordinal).ToArray();
        return new TableMap(Array.ConvertAll(sorted, static table => table.Schema.Name), sorted);
    }

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The table with this name, or null.</summary>
    public Table? Find(string name) => PlaceOf(name) is var place and >= 0 ? tables[place] : null;

    /// <summary>The map with a table added, or in place of the one with the same name.</summary>
    public TableMap With(Table table)
    {
        var place = PlaceOf(table.Schema.Name);
        if (place >= 0)
        {
            var replaced = tables.AsSpan().ToArray();
            replaced[place] = table;
            return new TableMap(names, replaced);
        }

        place = ~place;
        return new TableMap([.. names[..place], table.Schema.Name, .. names[place..]], [.. tables[..place], table, .. tables[place..]]);
    }

    /// <summary>The map without the table of this name.</summary>
    public TableMap Without(string name)
    {
        var place = PlaceOf(name);
        if (place < 0)
            return this;

        return new TableMap(
            [.. names[..place], .. names[(place + 1)..]],
            [.. tables[..place], .. tables[(place + 1)..]]);
    }

    /// <inheritdoc/>
    public IEnumerator<Table> GetEnumerator() => ((IEnumerable<Table>)tables).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string name) => names.AsSpan().BinarySearch(name, StringComparer.Ordinal);
}
