using DynamoToolkit.Transport;

namespace TrackingStore.Tests.Support;

/// <summary>An action of a <see cref="RequestHook"/> that has begun.</summary>
/// <param name="operation">The operation whose requests wait for its end.</param>
/// <param name="outer">The action whose request began it; null if there is none.</param>
internal sealed class HookRun(DynamoOperation operation, HookRun? outer)
{
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DynamoOperation Operation => operation;

    /// <summary>Completes when it has ended, also if it has failed.</summary>
    public Task Ended => end.Task;

    private HookRun? Outer => outer;

    /// <summary>Whether a request of another action, or of none, belongs to this one.</summary>
    public bool Includes(HookRun? other)
    {
        for (; other is not null; other = other.Outer)
            if (other == this) return true;

        return false;
    }

    public void End() => end.SetResult();
}
