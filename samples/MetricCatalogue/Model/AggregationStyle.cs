using DynamoToolkit;

namespace MetricCatalogue.Model;

/// <summary>How the values of a period become one.</summary>
internal enum AggregationStyle
{
    [DynamoEnumName("SUM")]
    Sum,

    [DynamoEnumName("LAST_DAY_OF_PERIOD")]
    LastDayOfPeriod,

    /// <summary>The percentile that the metric's aggregation parameter names.</summary>
    [DynamoEnumName("PERCENTILE")]
    Percentile,
}
