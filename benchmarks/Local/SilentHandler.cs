using DynamoToolkit.Streams;

namespace DynamoToolkit.Benchmarks.Local;

/// <summary>Does nothing with a change: what is left is the worker's own work.</summary>
internal sealed class SilentHandler : IChangeHandler<TicketLabel>
{
    private int count;

    /// <summary>How many changes it got.</summary>
    public int Count => count;

    /// <inheritdoc/>
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <inheritdoc/>
    public Task HandleAsync(Change<TicketLabel> change, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref count);
        return Task.CompletedTask;
    }
}
