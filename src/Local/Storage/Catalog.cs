using System.Collections.Immutable;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Storage;

/// <summary>All tables, transaction tokens, streams and backups (by resource name) at one moment. Immutable.</summary>
internal sealed record Catalog(
    TableMap Tables,
    TokenSet Tokens,
    StreamSet Streams,
    ImmutableSortedDictionary<string, TableBackup> Backups)
{
    private const int MinNameLength = 3;

    /// <summary>The catalog of a new engine.</summary>
    public static readonly Catalog Empty = new(
        TableMap.Empty,
        TokenSet.Empty,
        StreamSet.Empty,
        ImmutableSortedDictionary.Create<string, TableBackup>(StringComparer.Ordinal));

    /// <summary>The table with this name, for an operation on items, whose error does not name the table.</summary>
    /// <exception cref="DynamoError">The table does not exist.</exception>
    public Table Table(string name) =>
        Tables.Find(name) ?? throw (name.Length < MinNameLength ? InvalidName() : DynamoError.ResourceNotFound());

    /// <summary>The table with this name, for an operation on tables, whose error names the table.</summary>
    /// <exception cref="DynamoError">The table does not exist.</exception>
    public Table NamedTable(string name) =>
        Tables.Find(name)
        ?? throw (name.Length < MinNameLength
            ? InvalidName()
            : DynamoError.ResourceNotFound($"Requested resource not found: Table: {name} not found"));

    private static DynamoError InvalidName() => DynamoError.Validation(
        "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, "
        + "and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
}
