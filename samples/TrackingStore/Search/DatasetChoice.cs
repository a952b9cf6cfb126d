using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>The data sets whose metrics count.</summary>
/// <param name="Name">The name; null for any data set, or none.</param>
/// <param name="Digest">The digest; null for any.</param>
internal readonly record struct DatasetChoice(string? Name, string? Digest)
{
    /// <summary>Whether a metric counts.</summary>
    public bool Includes(LoggedModelMetricItem metric) =>
        (Name is null || metric.DatasetName == Name) && (Digest is null || metric.DatasetDigest == Digest);
}
