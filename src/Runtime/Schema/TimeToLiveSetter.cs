using Amazon.DynamoDBv2;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Schema;

/// <summary>Turns time to live on.</summary>
internal static class TimeToLiveSetter
{
    public static async Task EnsureAsync(TableHandle table, string attribute, CancellationToken cancellationToken)
    {
        if (await IsSetAsync(table, attribute, cancellationToken).ConfigureAwait(false))
            return;

        try
        {
            await UpdateTimeToLive.SendAsync(table, attribute, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException)
        {
            // The service rejects the call if another program has just turned it on.
            if (!await IsSetAsync(table, attribute, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private static async Task<bool> IsSetAsync(TableHandle table, string attribute, CancellationToken cancellationToken)
    {
        var (status, existing) = await DescribeTimeToLive.SendAsync(table, cancellationToken).ConfigureAwait(false);
        if (status is not ("ENABLED" or "ENABLING"))
            return false;
        if (existing == attribute)
            return true;

        throw new SchemaMismatchException(
            table.Name,
            $"Items of the table '{table.Name}' expire by '{existing}', but its item types declare '{attribute}'. "
            + "Turn time to live off first, which may take the service up to an hour.");
    }
}
