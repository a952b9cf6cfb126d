using TrackingStore.Model;

namespace TrackingStore.Pages.Runs;

/// <summary>A row of a table of runs.</summary>
/// <param name="Run">The run, with what the columns show.</param>
/// <param name="Depth">How many of its ancestors are above it.</param>
/// <param name="Children">How many children are on the page.</param>
/// <param name="Parent">Its parent, if that is not on the page.</param>
internal sealed record RunRow(LoggedRun Run, int Depth, int Children, RunItem? Parent);
