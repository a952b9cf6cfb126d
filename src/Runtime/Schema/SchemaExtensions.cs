using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Schema;

/// <summary>Creating, listing and deleting tables.</summary>
public static class SchemaExtensions
{
    /// <summary>
    /// Creates the table with its indexes (on demand) if it is not there, adds global indexes that are missing, turns on time to live, and
    /// waits until all of it can be used. Safe to call from several programs at once, and again at every start.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="definition">The table: <c>TableDefinition.For(TableModel.Of&lt;Run&gt;(), …)</c>.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <exception cref="SchemaMismatchException">The table is there, and has other keys, or an index that differs.</exception>
    public static Task EnsureTableAsync(this DynamoClient client, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(definition);
        return new TableCreator(HandleOf(client, definition), definition).EnsureAsync(cancellationToken);
    }

    /// <summary>Deletes the table with all its items, and waits until it is gone.</summary>
    /// <param name="client">The client.</param>
    /// <param name="definition">The table.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <returns>Whether there was such a table.</returns>
    public static async Task<bool> DeleteTableAsync(this DynamoClient client, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(definition);
        var table = HandleOf(client, definition);
        using var body = WireBuffer.Rent();
        TableRequests.WriteName(body, table);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.DeleteTable, body, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }

        var polling = new Polling(table.Time);
        while (await TableDescriber.DescribeAsync(table, cancellationToken).ConfigureAwait(false) is not null)
            await polling.WaitAsync($"The table '{table.Name}' was not deleted.", cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The physical names of all tables of the account in the region.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async IAsyncEnumerable<string> ListTablesAsync(this DynamoClient client, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        string? after = null;
        do
        {
            List<string> names = [];
            using (var body = WireBuffer.Rent())
            {
                WriteList(body, after);
                using var response = await client.Transport.SendAsync(new DynamoRequest(DynamoOperation.ListTables, body.WrittenMemory, null), cancellationToken).ConfigureAwait(false);
                after = ReadList(response.WrittenSpan, names);
            }

            foreach (var name in names)
                yield return name;
        }
        while (after is not null);
    }

    private static TableHandle HandleOf(DynamoClient client, TableDefinition definition) =>
        new(client, client.Options.ResolveTableName(definition.TableName));

    private static void WriteList(WireBuffer body, string? after)
    {
        var writer = new ItemWriter(body);
        if (after is null)
        {
            writer.WriteRaw("{}"u8);
        }
        else
        {
            writer.WriteRaw("{\"ExclusiveStartTableName\":"u8);
            writer.WriteJsonString(after);
            writer.WriteRaw("}"u8);
        }

        writer.Flush();
    }

    private static string? ReadList(ReadOnlySpan<byte> json, List<string> names)
    {
        string? last = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("TableNames"u8))
            {
                while (reader.NextElement())
                    names.Add(reader.ReadString());
            }
            else if (name.SequenceEqual("LastEvaluatedTableName"u8))
            {
                last = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return last;
    }
}
