using DynamoToolkit;

namespace MetricCatalogue.Model;

/// <summary>What a value of a metric is.</summary>
internal enum MetricValueType
{
    [DynamoEnumName("SCALAR")]
    Scalar,

    [DynamoEnumName("WEIGHTED_AVERAGE")]
    WeightedAverage,

    /// <summary>The result of a formula over other metrics.</summary>
    [DynamoEnumName("HYBRID")]
    Hybrid,

    [DynamoEnumName("PERCENTILE")]
    Percentile,
}
