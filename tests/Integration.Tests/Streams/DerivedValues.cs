using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// What a materializer does, in memory: the value of each metric, guarded by the sequence number of its last change. Deletes leave a mark,
/// so that an older write that comes again does not bring the value back.
/// </summary>
internal sealed class DerivedValues : IChangeHandler<Metric>
{
    private readonly Dictionary<ItemKey<Metric>, (SequenceNumber Source, double? Value)> values = [];
    private readonly HashSet<SequenceNumber> handled = [];
    private readonly Lock gate = new();

    public FailurePolicy OnFailure => FailurePolicy.ParkItem;

    /// <summary>Draws which calls fail once.</summary>
    public Random? Chance { get; set; }

    /// <summary>The number of changes that came again, or after a later one of the same item.</summary>
    public int Late { get; private set; }

    /// <summary>The number of changes that came for the first time, but after a later one of the same item.</summary>
    public int OutOfOrder { get; private set; }

    public Dictionary<ItemKey<Metric>, double> Values
    {
        get
        {
            lock (gate)
            {
                return values.Where(static entry => entry.Value.Value is not null)
                    .ToDictionary(static entry => entry.Key, static entry => entry.Value.Value!.Value);
            }
        }
    }

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
        lock (gate)
        {
            var isNew = handled.Add(change.SequenceNumber);
            if (!values.TryGetValue(change.Key, out var known) || known.Source < change.SequenceNumber)
            {
                values[change.Key] = (change.SequenceNumber, change.New?.Value);
                return;
            }

            Late++;
            if (isNew)
                OutOfOrder++;
        }
    }
}
