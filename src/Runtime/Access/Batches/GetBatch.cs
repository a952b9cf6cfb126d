using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads a batch of gets of any item types.</summary>
internal sealed class GetBatch : IBatchGetReader
{
    private readonly ClientContext client;
    private readonly BatchGetOptions options;
    private readonly BatchLoop<IGetOperation> loop;
    private readonly Dictionary<ItemIdentity, object?> items = [];
    private readonly List<ConsumedCapacity> capacity = [];
    private readonly Dictionary<ItemIdentity, IGetOperation> chunk = new(BatchGetItem.MaxKeys);
    private readonly List<IGetOperation> unprocessed = [];

    // What may be at two addresses, without what was found.
    private readonly HashSet<IGetOperation> movable = [];
    private string tableName = "";
    private bool hasSent;

    /// <summary>Creates the batch.</summary>
    /// <exception cref="ArgumentException">An operation can't be in a batch, or reads an item that another operation reads.</exception>
    public GetBatch(ClientContext client, IEnumerable<IGetOperation> operations, BatchGetOptions options)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(options);
        this.client = client;
        this.options = options;
        loop = new BatchLoop<IGetOperation>(client, BatchGetItem.MaxKeys);
        operations.TryGetNonEnumeratedCount(out var count);
        loop.EnsureCapacity(count);
        items.EnsureCapacity(count);
        var guard = new OperationGuard(client, OperationGuard.Batch, count);
        foreach (var operation in operations)
        {
            ArgumentNullException.ThrowIfNull(operation, nameof(operations));
            guard.Check(operation.Request.Table, operation.Request.Identity, operation.Request.BatchObstacle);
            items.Add(operation.Request.Identity, null);
            if (operation.Request.AtOther() is not null)
                movable.Add(operation);
            loop.Add(operation);
        }
    }

    private BatchGetResult Result => new(items, [.. loop.Waiting.Union(movable)], capacity);

    public async Task<BatchGetResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await loop.RunAsync(SendAsync, cancellationToken).ConfigureAwait(false);
            await ReadOthersAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (hasSent && error is not OperationCanceledException)
        {
            throw new BatchGetException<BatchGetResult>(Result, Result.Unprocessed.Count, error);
        }

        return Result;
    }

    /// <summary>
    /// Reads items again that are missing where they were asked for, but may be at the address of another generation of shards.
    /// </summary>
    private async Task ReadOthersAsync(CancellationToken cancellationToken)
    {
        foreach (var operation in movable.Except(loop.Waiting).ToList())
        {
            var request = operation.Request;
            var (item, used) = await request.ReadAloneAsync(options.ConsistentRead, options.ReturnConsumedCapacity, cancellationToken)
                .ConfigureAwait(false);
            items[request.Identity] = item;
            if (used is not null)
                capacity.Add(used);
            movable.Remove(operation);
        }
    }

    void IBatchGetReader.Enter(ReadOnlySpan<byte> name) => tableName = Encoding.UTF8.GetString(name);

    void IBatchGetReader.ReadItem(ref JsonCursor cursor)
    {
        var probe = cursor;
        var operation = Match(probe.ReadRaw());
        items[operation.Request.Identity] = operation.Request.ReadItem(ref cursor);
        movable.Remove(operation);
    }

    void IBatchGetReader.ReadUnprocessed(ReadOnlySpan<byte> key) => unprocessed.Add(Match(key));

    private async Task<IReadOnlyCollection<IGetOperation>> SendAsync(List<IGetOperation> gets, CancellationToken cancellationToken)
    {
        unprocessed.Clear();
        chunk.Clear();
        foreach (var get in gets)
            chunk.Add(get.Request.Identity, get);

        using var body = WireBuffer.Rent();
        var tables = BatchGetItem.Write(body, gets, options.ConsistentRead, options.ReturnConsumedCapacity);
        hasSent = true;
        var request = new DynamoRequest(DynamoOperation.BatchGetItem, body.WrittenMemory, tables, gets.Count)
        {
            ReturnsConsumedCapacity = options.ReturnConsumedCapacity is not CapacityDetail.None,
        };
        try
        {
            using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            capacity.AddRange(BatchGetItem.Read(response.WrittenSpan, this));
            return unprocessed;
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, DynamoOperation.BatchGetItem, tables);
        }
    }

    /// <summary>Finds the get that an item or a key answers.</summary>
    private IGetOperation Match(ReadOnlySpan<byte> item)
    {
        foreach (var operation in chunk.Values)
        {
            if (operation.TableName != tableName)
                continue;

            var model = operation.Request.Model;
            var identity = KeyReader.ReadIdentity(item, tableName, model.Partition, model.Sort);
            return chunk.GetValueOrDefault(identity) ?? throw new ItemFormatException("", "an item of the request", $"{identity}");
        }

        throw new ItemFormatException("", "a table of the request", $"'{tableName}'");
    }
}
