using DynamoToolkit.Transport;

namespace TrackingStore.Tests.Support;

/// <summary>
/// What happens before the next request of an operation is sent, once. Until it has ended, all other requests of this operation wait,
/// except its own: requests that a store sends together come after it, whichever of them is the first.
/// </summary>
internal sealed class RequestHook
{
    private readonly Lock gate = new();
    private readonly List<HookRun> running = [];
    private readonly AsyncLocal<HookRun?> current = new();
    private (DynamoOperation Operation, Func<Task> Action)? next;

    /// <summary>What happens next; null if nothing does, or if it has begun.</summary>
    public (DynamoOperation Operation, Func<Task> Action)? Next
    {
        get
        {
            lock (gate) return next;
        }

        set
        {
            lock (gate) next = value;
        }
    }

    /// <summary>Ends when a request may be sent.</summary>
    public async Task PassAsync(DynamoOperation operation, CancellationToken cancellationToken)
    {
        while (true)
        {
            HookRun? other;
            HookRun? own = null;
            Func<Task>? action = null;
            lock (gate)
            {
                other = running.Find(run => run.Operation == operation && !run.Includes(current.Value));
                if (other is null && next?.Operation == operation)
                {
                    own = new HookRun(operation, current.Value);
                    action = next.Value.Action;
                    next = null;
                    running.Add(own);
                }
            }

            if (other is not null)
            {
                await other.Ended.WaitAsync(cancellationToken);
                continue;
            }

            if (own is not null) await RunAsync(own, action!);
            return;
        }
    }

    // The current run is that of this method and of what it calls, and not of its caller.
    private async Task RunAsync(HookRun run, Func<Task> action)
    {
        current.Value = run;
        try
        {
            await action();
        }
        finally
        {
            lock (gate) running.Remove(run);
            run.End();
        }
    }
}
