using TrackingStore.Errors;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>What counts the parts of a kind that a model has: its tags, aliases, parameters or metrics.</summary>
/// <param name="ModelId">The id of the model.</param>
/// <param name="Of">What is counted, as in <see cref="TallyItem.Of"/>.</param>
/// <param name="Max">The most that there may be.</param>
/// <param name="MaxBytes">The most bytes of all together; null if they are not limited, because each part is short.</param>
/// <param name="Full">The error of one too many.</param>
/// <param name="SizesAsync">Reads the bytes of each part that there is.</param>
internal sealed record Tally(
    string ModelId, string Of, int Max, long? MaxBytes, TrackingError Full, Func<CancellationToken, Task<IReadOnlyList<long>>> SizesAsync)
{
    /// <summary>What has to exist when a part is written.</summary>
    public IReadOnlyList<TallyOwner> NeededByParts { get; init; } = [];

    /// <summary>What has to exist when the tally is put: nothing may be left of a model that is deleted meanwhile.</summary>
    public required IReadOnlyList<TallyOwner> Owners { get; init; }

    /// <summary>Whether there is room for more.</summary>
    public bool Fits(long count, long bytes, TallyStep step) =>
        (step.Count <= 0 || count + step.Count <= Max) && (step.Bytes <= 0 || MaxBytes is not { } max || bytes + step.Bytes <= max);
}
