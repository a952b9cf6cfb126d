using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Puts or deletes postings: as many as fit into each request, and no transaction, because their order does not matter.</summary>
/// <param name="table">The table.</param>
/// <param name="detail">How much detail of the consumed capacity to ask for.</param>
internal sealed class PostingBatch(TableHandle table, CapacityDetail detail)
{
    /// <summary>Room for one posting's JSON: more than most take.</summary>
    private const int LikelyBytes = 512;

    private readonly BatchLoop<IWriteOperation> loop = new(table.Client, BatchWriteItem.MaxOperations);
    private readonly WriteMetrics metrics = new();

    /// <summary>How many writes the service has not processed.</summary>
    public int Left => loop.Waiting.Count;

    /// <summary>The capacity used; null if it was not asked for.</summary>
    public ConsumedCapacity? Capacity => metrics.Capacity.Aggregate(default(ConsumedCapacity), ConsumedCapacity.Sum);

    /// <summary>Adds a write.</summary>
    public void Add(WriteRequest write) => loop.Add(new PostingWrite(write));

    /// <summary>Sends all writes. Some are left if the service does not process them despite retries.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => loop.RunAsync(SendAsync, cancellationToken);

    private async Task<IReadOnlyCollection<IWriteOperation>> SendAsync(List<IWriteOperation> chunk, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent(LikelyBytes * chunk.Count);

        // Postings are small, so all of a chunk fit into one request.
        var written = BatchWriteItem.Write(body, chunk, detail, returnsCollectionMetrics: false);
        var request = new DynamoRequest(DynamoOperation.BatchWriteItem, body.WrittenMemory, [table.Name], written)
        {
            ReturnsConsumedCapacity = detail is not CapacityDetail.None,
        };
        try
        {
            using var response = await table.Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return BatchWriteItem.Read(response.WrittenSpan, chunk, metrics);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.BatchWriteItem, [table.Name]);
        }
    }

    /// <summary>A write of a posting, as part of the batch.</summary>
    private sealed class PostingWrite(WriteRequest write) : IWriteOperation
    {
        public string TableName => write.Table.Name;

        WriteRequest IWriteOperation.Request => write;
    }
}
