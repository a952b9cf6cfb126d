using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>What counts a kind of tags or aliases of a model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Of">What is counted, as in <see cref="TallyItem.Of"/>.</param>
/// <param name="Max">The most that there may be.</param>
/// <param name="Full">The error of one too many.</param>
internal sealed record Tally(RegisteredModelItem Model, string Of, int Max, TrackingError Full)
{
    /// <summary>The version that has to exist; null for none.</summary>
    public long? Version { get; init; }

    /// <summary>The version whose tags are counted; null for tags and aliases of the model.</summary>
    public long? TagsOf { get; init; }

    /// <summary>The most bytes; null if they are not limited, because aliases are short.</summary>
    public long? MaxBytes => Of == TallyItem.Aliases ? null : Limits.ModelTagBytes;

    /// <summary>Whether there is room for more.</summary>
    public bool Fits(long count, long bytes, TallyStep step) =>
        (step.Count <= 0 || count + step.Count <= Max) && (step.Bytes <= 0 || MaxBytes is not { } max || bytes + step.Bytes <= max);
}
