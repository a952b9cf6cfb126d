namespace MetricCatalogue.Model;

/// <summary>Where a metric's values come from. A metric never changes its kind.</summary>
internal enum MetricKind
{
    /// <summary>From data, by dimensions.</summary>
    Primitive,

    /// <summary>From primitive metrics, by a formula.</summary>
    Hybrid,
}
