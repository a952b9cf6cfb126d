using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Streams.Workers;

/// <summary>Reads the pages of a shard, from a position on. Gets a new iterator when the last one has expired.</summary>
/// <param name="table">The table.</param>
/// <param name="arn">The stream.</param>
/// <param name="shardId">The shard.</param>
/// <param name="pageSize">The maximum number of records in a page.</param>
internal sealed class ShardReader(TableHandle table, string arn, string shardId, int pageSize)
{
    private string? iterator;

    /// <summary>The last record that was read; the default value before the first.</summary>
    public SequenceNumber Position { get; set; }

    /// <summary>Reads a page from the iterator, or from the position.</summary>
    /// <exception cref="TrimmedDataException">The service has deleted records that were not read.</exception>
    public async Task<WireBuffer> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                iterator ??= await GetShardIterator.SendAsync(
                    table, arn, shardId, Position.IsNone ? null : Position.ToString(), cancellationToken).ConfigureAwait(false);
                try
                {
                    return await GetRecords.SendAsync(table, iterator, pageSize, cancellationToken).ConfigureAwait(false);
                }
                catch (AmazonDynamoDBException error) when (error.ErrorCode == "ExpiredIteratorException")
                {
                    iterator = null;
                }
            }
        }
        catch (AmazonDynamoDBException error) when (error.ErrorCode == "TrimmedDataAccessException")
        {
            iterator = null;
            throw new TrimmedDataException(isShardGone: false, error);
        }
        catch (ResourceNotFoundException error)
        {
            // The shard is no longer known: whatever it had is gone, too.
            iterator = null;
            throw new TrimmedDataException(isShardGone: true, error);
        }
    }

    /// <summary>Continues with the next page.</summary>
    public void Continue(string? next) => iterator = next;

    /// <summary>Continues with the oldest record that is left.</summary>
    public void SkipToOldest()
    {
        iterator = null;
        Position = default;
    }
}
