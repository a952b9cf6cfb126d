using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Schema;

/// <summary>
/// Makes a table match its definition. Several programs may do so at once: the second one finds what the first one created, and waits for
/// it.
/// </summary>
internal sealed class TableCreator(TableHandle table, TableDefinition definition)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var polling = new Polling(table.Time);
        if (await DescribeTable.SendAsync(table, cancellationToken).ConfigureAwait(false) is null)
            await CreateAsync(cancellationToken).ConfigureAwait(false);

        var description = await WaitAsync(polling, cancellationToken).ConfigureAwait(false);
        foreach (var index in TableComparison.MissingIndexes(table.Name, description, definition))
        {
            // The service creates one index at a time.
            await CreateIndexAsync(index, cancellationToken).ConfigureAwait(false);
            await WaitAsync(polling, cancellationToken).ConfigureAwait(false);
        }

        if (definition.TimeToLiveAttribute is { } attribute)
            await TimeToLiveSetter.EnsureAsync(table, attribute, cancellationToken).ConfigureAwait(false);
        if (definition.HasStream)
            await EnsureStreamAsync(polling, description, cancellationToken).ConfigureAwait(false);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CreateTable.SendAsync(table, definition, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceInUseException)
        {
            // Another program was first. Its table is compared all the same.
        }
    }

    private async Task EnsureStreamAsync(
        Polling polling, Protocol.TableDescription description, CancellationToken cancellationToken)
    {
        if (description.StreamView is null)
        {
            try
            {
                await UpdateTable.EnableStreamAsync(table, cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonDynamoDBException error)
                when (error is ResourceInUseException || error.ErrorCode == "ValidationException")
            {
                // Another program may have been first. What it enabled is compared all the same.
            }

            description = await WaitAsync(polling, cancellationToken).ConfigureAwait(false);
        }

        if (description.StreamView is not SchemaText.StreamView)
        {
            throw new SchemaMismatchException(
                table.Name,
                $"The stream of the table '{table.Name}' shows {description.StreamView ?? "nothing, because it is not enabled"}, but its "
                + $"definition asks for {SchemaText.StreamView}. Disable the stream, and create the table's stream anew.");
        }
    }

    private async Task CreateIndexAsync(IndexModel index, CancellationToken cancellationToken)
    {
        try
        {
            await UpdateTable.SendAsync(table, definition, index, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException error)
            when (error is ResourceInUseException or LimitExceededException || error.ErrorCode == "ValidationException")
        {
            // If another program is creating it, the table's status shows it.
            var now = await DescribeTable.SendAsync(table, cancellationToken).ConfigureAwait(false);
            if (now is null || !now.Indexes.Any(other => other.Name == index.Name))
                throw;
        }
    }

    private async Task<Protocol.TableDescription> WaitAsync(Polling polling, CancellationToken cancellationToken)
    {
        while (true)
        {
            var description = await DescribeTable.SendAsync(table, cancellationToken).ConfigureAwait(false);
            if (description is { IsActive: true } && description.Indexes.All(static index => index.IsActive))
                return description;

            // A table that was being deleted no longer exists; one that was just created may not be visible yet.
            if (description is null)
                await CreateAsync(cancellationToken).ConfigureAwait(false);
            await polling
                .WaitAsync($"The table '{table.Name}' did not become active (it is {description?.Status ?? "missing"}).", cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
