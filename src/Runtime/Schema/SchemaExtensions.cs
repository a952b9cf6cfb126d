using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Schema;

/// <summary>Creating, listing and deleting tables.</summary>
public static class SchemaExtensions
{
    /// <summary>
    /// Creates the table with its indexes (on demand) if it does not exist, adds missing global indexes, turns on time to live, and
    /// waits until all of it is active. It is safe to call from several programs at once, and again at every start.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="definition">The table: <c>TableDefinition.For(TableModel.Of&lt;Run&gt;(), …)</c>.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <exception cref="SchemaMismatchException">The table exists with different keys, or with an index that differs.</exception>
    public static Task EnsureTableAsync(this DynamoClient client, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(definition);
        return new TableCreator(HandleOf(client, definition), definition).EnsureAsync(cancellationToken);
    }

    /// <summary>Calls <see cref="EnsureTableAsync"/> for each table, one after the other.</summary>
    /// <param name="client">The client.</param>
    /// <param name="definitions">The tables: <c>TableDefinition.ForAll(DynamoModels.All)</c>.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <exception cref="SchemaMismatchException">A table exists with different keys, or with an index that differs.</exception>
    public static async Task EnsureTablesAsync(
        this DynamoClient client, IEnumerable<TableDefinition> definitions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(definitions);
        foreach (var definition in definitions)
            await client.EnsureTableAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the table with all its items, and waits until it no longer exists.</summary>
    /// <param name="client">The client.</param>
    /// <param name="definition">The table.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <returns>Whether the table existed.</returns>
    public static async Task<bool> DeleteTableAsync(
        this DynamoClient client, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(definition);
        var table = HandleOf(client, definition);
        try
        {
            await DeleteTable.SendAsync(table, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }

        var polling = new Polling(table.Time);
        while (await DescribeTable.SendAsync(table, cancellationToken).ConfigureAwait(false) is not null)
            await polling.WaitAsync($"The table '{table.Name}' was not deleted.", cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Lists the physical names of all tables of the account in the region.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Ends the listing early.</param>
    public static async IAsyncEnumerable<string> ListTablesAsync(
        this DynamoClient client, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        string? after = null;
        do
        {
            (var names, after) = await ListTables.SendAsync(client.Context, after, limit: null, cancellationToken).ConfigureAwait(false);
            foreach (var name in names)
                yield return name;
        }
        while (after is not null);
    }

    private static TableHandle HandleOf(DynamoClient client, TableDefinition definition) =>
        new(client.Context, client.Options.ResolveTableName(definition.TableName));
}
