namespace DynamoToolkit.Protocol;

/// <summary>
/// The loop of every batch: it takes the operations of the next request, sends them, puts back what the service did not get to, and waits before
/// it goes on. What is put back goes into a request with operations that were not sent yet.
/// </summary>
/// <typeparam name="TOperation">What is sent: a get, a write or a key.</typeparam>
/// <param name="client">The client.</param>
/// <param name="maxInRequest">How many operations a request takes.</param>
internal sealed class BatchLoop<TOperation>(ClientContext client, int maxInRequest)
{
    private readonly Queue<TOperation> waiting = new();

    /// <summary>Sends the operations of one request.</summary>
    /// <param name="chunk">The operations. Those that the request has no room for are to be returned, too.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The operations that are still to be done.</returns>
    public delegate Task<IReadOnlyCollection<TOperation>> Send(List<TOperation> chunk, CancellationToken cancellationToken);

    /// <summary>The operations that are still to be done: after the loop, those that the service never got to.</summary>
    public IReadOnlyCollection<TOperation> Waiting => waiting;

    public void EnsureCapacity(int count) => waiting.EnsureCapacity(count);

    public void Add(TOperation operation) => waiting.Enqueue(operation);

    /// <summary>Sends everything. After a failure, <see cref="Waiting"/> has what was not done, or of which that is not known.</summary>
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
