namespace TrackingStore.Store;

/// <summary>What became of a try to add points to a series.</summary>
internal enum SeriesOutcome
{
    /// <summary>The points are there.</summary>
    Added,

    /// <summary>Another writer was faster.</summary>
    Overtaken,

    /// <summary>The item that the points belong to, or a summary of it, is missing.</summary>
    Gap,

    /// <summary>The run is gone.</summary>
    RunMissing,
}
