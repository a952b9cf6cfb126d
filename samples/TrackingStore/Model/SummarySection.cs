namespace TrackingStore.Model;

/// <summary>The sections of a <see cref="RunSummary"/>, in their order.</summary>
internal enum SummarySection
{
    Metrics,
    Params,
    Tags,
}
