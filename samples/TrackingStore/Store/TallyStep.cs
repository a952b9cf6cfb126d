using DynamoToolkit;

namespace TrackingStore.Store;

/// <summary>Writes of parts, and by how much the tally changes with them.</summary>
internal sealed record TallyStep(IReadOnlyList<IWriteOperation> Writes, long Count, long Bytes)
{
    /// <summary>The write of one part.</summary>
    public TallyStep(IWriteOperation write, long count, long bytes)
        : this([write], count, bytes)
    {
    }

    /// <summary>Several steps as one; null for none.</summary>
    public static TallyStep? Of(IReadOnlyCollection<TallyStep> steps) => steps.Count == 0
        ? null
        : new TallyStep([.. steps.SelectMany(step => step.Writes)], steps.Sum(step => step.Count), steps.Sum(step => step.Bytes));
}
