using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace TrackingStore.Availability;

/// <summary>
/// Sends requests to DynamoDB, or to the embedded engine, as long as that answers. A call ends after a time limit. While calls fail, most
/// are refused at once. Reads and writes fail apart: a full disk takes no writes and goes on to answer reads.
/// </summary>
/// <param name="inner">What sends the requests. It is disposed together with this.</param>
/// <param name="outage">Where outages go.</param>
/// <param name="limit">The time limit of a call, with all its retries.</param>
/// <param name="time">The clock.</param>
internal sealed class GuardedTransport(IDynamoTransport inner, Outage outage, TimeSpan limit, TimeProvider time) : IDynamoTransport
{
    private readonly ReadWriteCircuits circuits = new(outage, time);

    /// <summary>Whether the last write failed. Reads may tell nothing about that.</summary>
    public bool AreWritesFailing => circuits.Writes.IsFailing;

    /// <summary>Whether the last read or write failed.</summary>
    public bool IsFailing => outage.IsOngoing;

    /// <summary>How long a client is to wait before it tries again.</summary>
    public TimeSpan RetryAfter => outage.RetryAfter;

    /// <summary>Whether an error means that the store does not work now. The log has it then.</summary>
    public static bool IsOutage(Exception error) => error is TransportException or InternalServerErrorException
        or AmazonDynamoDBException { StatusCode: >= HttpStatusCode.InternalServerError }
        || (error is BatchWriteException { InnerException: { } cause } && IsOutage(cause));

    /// <inheritdoc/>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var circuit = IsRead(request.Operation) ? circuits.Reads : circuits.Writes;
        if (!circuit.Admits()) throw new TransportException("The store does not answer, and is not asked at the moment.");
        var startedAt = time.GetTimestamp();
        using var timer = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var answer = await inner.SendAsync(request, either.Token);
            circuits.Succeeded(circuit, startedAt);
            return answer;
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"The store did not answer in {limit.TotalSeconds:0.#} s.";
            circuits.Failed(circuit, message);
            throw new TransportTimeoutException(message, e);
        }
        catch (IOException e)
        {
            // Of the embedded store. Further up, nobody could tell it from an error of the artifacts' disk.
            circuits.Failed(circuit, e.Message);
            throw new TransportException($"The store does not answer: {e.Message}", e) { Operation = request.Operation };
        }
        catch (Exception e) when (IsOutage(e))
        {
            circuits.Failed(circuit, e.Message);
            throw;
        }
        catch (AmazonDynamoDBException)
        {
            // The store refuses the request, so it answers.
            circuits.Succeeded(circuit, startedAt);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private static bool IsRead(DynamoOperation operation) => operation is DynamoOperation.GetItem or DynamoOperation.BatchGetItem
        or DynamoOperation.TransactGetItems or DynamoOperation.Query or DynamoOperation.Scan or DynamoOperation.DescribeTable
        or DynamoOperation.ListTables or DynamoOperation.DescribeTimeToLive or DynamoOperation.ListStreams
        or DynamoOperation.DescribeStream or DynamoOperation.GetShardIterator or DynamoOperation.GetRecords;
}
