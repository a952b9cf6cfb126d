using TrackingStore.Protocol.Messages;

namespace TrackingStore.Pages;

/// <summary>An experiment on the start page.</summary>
internal sealed record HomeSection(Experiment Experiment, IReadOnlyList<Run> NewestRuns);
