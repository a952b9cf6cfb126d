namespace TrackingStore.History;

/// <summary>What a chart's horizontal axis shows.</summary>
internal enum ChartAxis
{
    /// <summary>The steps of the points.</summary>
    Step,

    /// <summary>Their times.</summary>
    Timestamp,
}
