using System.Collections.Concurrent;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// What a materializer does, in memory: the value of each metric, guarded by the sequence number of its last change. Deletes leave a mark,
/// so that an older write that comes again does not bring the value back.
/// </summary>
internal sealed class DerivedValues : IChangeHandler<Metric>
{
    private readonly ConcurrentDictionary<ItemKey<Metric>, (SequenceNumber Source, double? Value)> values = new();

    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <summary>Draws which calls fail once.</summary>
    public Random? Chance { get; set; }

    /// <summary>The number of changes that came after a later one of the same item.</summary>
    public int Late;

    public Dictionary<ItemKey<Metric>, double> Values => values
        .Where(static entry => entry.Value.Value is not null)
        .ToDictionary(static entry => entry.Key, static entry => entry.Value.Value!.Value);

    public async Task HandleAsync(Change<Metric> change, CancellationToken cancellationToken)
    {
        if (Chance is { } chance)
        {
            bool fails;
            lock (chance)
                fails = chance.Next(10) == 0;
            await Task.Yield();
            if (fails)
                throw new IOException("By chance.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        values.AddOrUpdate(
            change.Key,
            _ => (change.SequenceNumber, change.New?.Value),
            (_, known) =>
            {
                if (known.Source < change.SequenceNumber)
                    return (change.SequenceNumber, change.New?.Value);
                Interlocked.Increment(ref Late);
                return known;
            });
    }
}
