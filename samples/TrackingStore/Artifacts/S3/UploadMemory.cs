namespace TrackingStore.Artifacts.S3;

/// <summary>
/// The memory for parts of files, of which all uploads take what they need. When it is used up, uploads wait in the order in which they
/// came, and meanwhile nothing is read from their clients.
/// </summary>
internal sealed class UploadMemory(S3Limits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(long Bytes, TaskCompletionSource Granted)> waiting = new();
    private long left = limits.UploadMemory;

    /// <summary>Takes memory, and waits for it.</summary>
    /// <returns>False if it takes too long.</returns>
    public async Task<bool> TryTakeAsync(long bytes, CancellationToken cancellationToken)
    {
        LinkedListNode<(long Bytes, TaskCompletionSource Granted)> place;
        lock (gate)
        {
            if (waiting.Count == 0 && left >= bytes)
            {
                left -= bytes;
                return true;
            }

            place = waiting.AddLast((bytes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        try
        {
            await place.Value.Granted.Task.WaitAsync(limits.Patience, time, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            Leave(place);
            if (e is TimeoutException) return false;
            throw;
        }
    }

    /// <summary>Gives memory back.</summary>
    public void GiveBack(long bytes)
    {
        lock (gate)
        {
            left += bytes;
            Grant();
        }
    }

    private void Leave(LinkedListNode<(long Bytes, TaskCompletionSource Granted)> place)
    {
        lock (gate)
        {
            // It may have been granted just now.
            if (place.List is null) left += place.Value.Bytes;
            else waiting.Remove(place);
            Grant();
        }
    }

    private void Grant()
    {
        while (waiting.First is { } first && first.Value.Bytes <= left)
        {
            left -= first.Value.Bytes;
            waiting.RemoveFirst();
            first.Value.Granted.SetResult();
        }
    }
}
