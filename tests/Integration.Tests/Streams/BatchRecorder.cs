using System.Collections.Concurrent;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A handler of batches that refuses those with one metric.</summary>
internal sealed class BatchRecorder(string refused) : IChangeBatchHandler<Metric>
{
    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    public int MaxBatchSize => 8;

    public ConcurrentQueue<int> Calls { get; } = new();

    public ConcurrentQueue<Change<Metric>> Handled { get; } = new();

    public Task HandleAsync(IReadOnlyList<Change<Metric>> changes, CancellationToken cancellationToken)
    {
        Calls.Enqueue(changes.Count);
        if (changes.Any(change => change.New?.Name == refused))
            throw new InvalidOperationException("Not this one.");
        foreach (var change in changes)
            Handled.Enqueue(change);
        return Task.CompletedTask;
    }
}
