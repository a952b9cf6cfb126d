using System.Collections.Concurrent;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>A handler that writes down what it gets, and fails when a test wants it to.</summary>
internal sealed class Recorder<T>(FailurePolicy onFailure = FailurePolicy.ParkItem, string? name = null) : IChangeHandler<T>
    where T : IItem<T>
{
    public string Name { get; } = name ?? $"recorder of {typeof(T).Name}";

    public FailurePolicy OnFailure => onFailure;

    public bool HandlesLatest { get; init; }

    public ConcurrentQueue<Change<T>> Changes { get; } = new();

    public Func<Change<T>, bool> Fails { get; set; } = static _ => false;

    public int Failures;

    /// <summary>Called before a change is handled.</summary>
    public Func<Change<T>, CancellationToken, Task>? Before { get; set; }

    public IEnumerable<string> Lines => Changes.Select(static change => $"{change.Kind} {change.Key.Sort}");

    public async Task HandleAsync(Change<T> change, CancellationToken cancellationToken)
    {
        if (Before is not null)
            await Before(change, cancellationToken);
        if (Fails(change))
        {
            Interlocked.Increment(ref Failures);
            throw new InvalidOperationException($"No {change.Key.Sort}, please.");
        }

        Changes.Enqueue(change);
    }
}
