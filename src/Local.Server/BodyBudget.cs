namespace DynamoToolkit.Local.Server;

/// <summary>
/// Limits how many bytes large request bodies take at once. A body beyond the limit waits, and its client with it, because nobody reads its
/// connection meanwhile. Small bodies do not wait.
/// </summary>
/// <param name="limit">The bytes that all large bodies may take together. One body alone may take more.</param>
/// <param name="patience">How long a body waits.</param>
/// <param name="collector">What returns the memory of large bodies; null for nothing.</param>
internal sealed class BodyBudget(long limit, TimeSpan patience, IdleCollector? collector)
{
    /// <summary>A body of at most this many bytes needs no place.</summary>
    public const int SmallBytes = 256 * 1024;

    private readonly Lock gate = new();
    private readonly LinkedList<(long Bytes, TaskCompletionSource Turn)> waiting = new();
    private long taken;

    /// <summary>Waits for a place, in the order of the calls.</summary>
    /// <param name="bytes">The bytes that the body takes.</param>
    /// <param name="cancellationToken">Gives up the place in the queue.</param>
    /// <returns>The place, to be disposed; null if none became free in time.</returns>
    public async ValueTask<IDisposable?> TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        LinkedListNode<(long Bytes, TaskCompletionSource Turn)> node;
        lock (gate)
        {
            if (waiting.Count == 0 && Fits(bytes))
            {
                taken += bytes;
                return Hand(bytes);
            }

            node = waiting.AddLast((bytes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        try
        {
            await node.Value.Turn.Task.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            return Hand(bytes);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            if (!TryLeave(node))
                return Hand(bytes);
            if (exception is TimeoutException)
                return null;
            throw;
        }
    }

    private Place Hand(long bytes)
    {
        collector?.Begin(bytes);
        return new Place(this, bytes);
    }

    private bool Fits(long bytes) => taken == 0 || taken + bytes <= limit;

    // False if the turn has just come. A body that leaves may have kept smaller ones waiting.
    private bool TryLeave(LinkedListNode<(long Bytes, TaskCompletionSource Turn)> node)
    {
        lock (gate)
        {
            if (node.List is null)
                return false;

            waiting.Remove(node);
            CallNext();
            return true;
        }
    }

    private void Return(long bytes)
    {
        collector?.End();
        lock (gate)
        {
            taken -= bytes;
            CallNext();
        }
    }

    private void CallNext()
    {
        while (waiting.First is { } first && Fits(first.Value.Bytes))
        {
            taken += first.Value.Bytes;
            waiting.RemoveFirst();
            first.Value.Turn.SetResult();
        }
    }

    private sealed class Place(BodyBudget budget, long bytes) : IDisposable
    {
        private int returned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref returned, 1) == 0)
                budget.Return(bytes);
        }
    }
}
