namespace DynamoToolkit.Protocol;

/// <summary>
/// The loop of every batch: it takes the operations of the next request, sends them, puts back the unprocessed ones, and waits before
/// it continues. A later request combines them with operations that were not sent yet.
/// </summary>
/// <typeparam name="TOperation">What is sent: a get, a write or a key.</typeparam>
/// <param name="client">The client.</param>
/// <param name="maxInRequest">The maximum number of operations in a request.</param>
internal sealed class BatchLoop<TOperation>(ClientContext client, int maxInRequest)
{
    private readonly Queue<TOperation> waiting = new();

    /// <summary>Sends the operations of one request.</summary>
    /// <param name="chunk">The operations. Also return those that do not fit in the request.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The unprocessed operations.</returns>
    public delegate Task<IReadOnlyCollection<TOperation>> Send(List<TOperation> chunk, CancellationToken cancellationToken);

    /// <summary>The operations still to be sent. After the loop, those that the service did not process.</summary>
    public IReadOnlyCollection<TOperation> Waiting => waiting;

    public void EnsureCapacity(int count) => waiting.EnsureCapacity(count);

    public void Add(TOperation operation) => waiting.Enqueue(operation);

    /// <summary>
    /// Sends all operations. After a failure, <see cref="Waiting"/> has those that were not processed, or whose outcome is unknown.
    /// </summary>
    public async Task RunAsync(Send send, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(client);
        while (waiting.Count > 0 && !backoff.IsExhausted)
        {
            var chunk = NextChunk();
            var sent = chunk.Count;
            IReadOnlyCollection<TOperation> left = [];
            try
            {
                left = await send(chunk, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (Throttles.IsThrottle(error))
            {
                left = chunk;
            }
            catch
            {
                PutBack(chunk);
                throw;
            }

            PutBack(left);
            if (left.Count < sent)
                backoff.Progress();
            if (left.Count > 0)
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private List<TOperation> NextChunk()
    {
        var count = Math.Min(maxInRequest, waiting.Count);
        var chunk = new List<TOperation>(count);
        while (chunk.Count < count)
            chunk.Add(waiting.Dequeue());
        return chunk;
    }

    private void PutBack(IReadOnlyCollection<TOperation> operations)
    {
        foreach (var operation in operations)
            waiting.Enqueue(operation);
    }
}
