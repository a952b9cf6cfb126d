using DynamoToolkit;

namespace MetricCatalogue.Model;

/// <summary>
/// The definition of a metric: how its values are calculated. Every save keeps the version before it. The index lists the latest versions;
/// it is sharded because a listing reads all metrics of a kind at once.
/// </summary>
// example: model
[DynamoTable("metrics"), VersionControlled]
[GlobalIndex("byKind", "KIND#{Kind}", "{Name}", Versions = IndexedVersions.Latest)]
[WriteSharded(4, Index = "byKind")]
internal sealed partial record Metric
{
    [PartitionKey]
    public required string Name { get; init; }

    [SortKey, Version]
    public int Version { get; init; }

    [LatestOnly, CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [LatestOnly, CreatedBy]
    public string? CreatedBy { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }

    [UpdatedBy]
    public string? UpdatedBy { get; init; }

    public DateTimeOffset? DeprecatedAt { get; init; }

    public string? DeprecatedBy { get; init; }

    public string? DeprecatedReason { get; init; }

    public required MetricValueType ValueType { get; init; }

    public required AggregationStyle AggregationStyle { get; init; }

    /// <summary>Which percentile, for <see cref="AggregationStyle.Percentile"/>.</summary>
    public decimal? AggregationParam { get; init; }

    /// <summary>The metric that has the data from before <see cref="ChainCutoffDate"/>.</summary>
    public string? ChainedMetric { get; init; }

    public DateOnly? ChainCutoffDate { get; init; }

    /// <summary>How a hybrid metric is calculated from the metrics that it consumes.</summary>
    public string? HybridFormula { get; init; }

    /// <summary>The names of the primitive metrics that a hybrid metric is calculated from.</summary>
    public HashSet<string>? ConsumedMetrics { get; init; }

    /// <summary>The names of the dimensions of a primitive metric.</summary>
    public HashSet<string>? RelatedDimensions { get; init; }

    /// <summary>The value type decides on it; it is stored for the index.</summary>
    [DynamoAttribute("kind")]
    public MetricKind Kind => ValueType is MetricValueType.Hybrid ? MetricKind.Hybrid : MetricKind.Primitive;

    /// <summary>The names of the metrics that this one takes data from.</summary>
    [DynamoIgnore]
    public IEnumerable<string> Sources => ChainedMetric is null ? ConsumedMetrics ?? [] : (ConsumedMetrics ?? []).Append(ChainedMetric);
}

// end
