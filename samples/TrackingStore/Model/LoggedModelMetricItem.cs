using DynamoToolkit;
using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>
/// The latest point of a metric that a run logged for a model, on a data set or on none: the greatest by step, time and value. It is put
/// only over a lesser one.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("METRIC#{SeriesId}")]
internal sealed partial class LoggedModelMetricItem : ILoggedModelData
{
    public required string ModelId { get; init; }

    /// <summary>A digest of name, run and data set: together they may be longer than a key.</summary>
    public required string SeriesId { get; init; }

    public required string Name { get; init; }
    public required string RunId { get; init; }

    /// <summary>The data set on which it was measured; null if the client names none.</summary>
    public string? DatasetName { get; init; }

    public string? DatasetDigest { get; init; }

    /// <summary>Step, time and value as one text that sorts as they compare.</summary>
    public required string Rank { get; init; }

    /// <summary>How long its texts are together, in bytes of UTF-8.</summary>
    public long Bytes => NamedValue.BytesOf(Name, RunId) + NamedValue.BytesOf(DatasetName ?? "", DatasetDigest ?? "");

    /// <summary>How long its texts are together, in characters.</summary>
    public int Weight => Name.Length + RunId.Length + (DatasetName?.Length ?? 0) + (DatasetDigest?.Length ?? 0);
}
