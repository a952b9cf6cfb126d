namespace TrackingStore.Pages.Charts;

/// <summary>A run of a chart.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Start">When it began, in milliseconds.</param>
internal sealed record ChartRun(string Id, string Name, long Start);
