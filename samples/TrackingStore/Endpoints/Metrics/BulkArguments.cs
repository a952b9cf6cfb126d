namespace TrackingStore.Endpoints.Metrics;

/// <summary>What the endpoints for the history of several runs have in common.</summary>
internal static class BulkArguments
{
    /// <summary>How many runs a request may name.</summary>
    public const int MaxRuns = 100;
}
