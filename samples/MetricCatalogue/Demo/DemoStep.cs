namespace MetricCatalogue.Demo;

/// <summary>A step of the demonstration.</summary>
/// <param name="Story">What it shows; null if the step before says it.</param>
/// <param name="Line">The command line.</param>
/// <param name="IsRefused">Whether the catalogue refuses it.</param>
internal sealed record DemoStep(string? Story, string Line, bool IsRefused = false);
