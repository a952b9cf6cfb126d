using System.Globalization;
using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>A field that experiments are searched and sorted by.</summary>
/// <param name="Property">What of the experiment it is.</param>
/// <param name="Name">The name of the tag; empty for everything else.</param>
internal readonly record struct ExperimentField(ExperimentProperty Property, string Name = "")
{
    /// <summary>Whether the field is a number; otherwise it is a text.</summary>
    public bool IsNumber => Property is not (ExperimentProperty.Name or ExperimentProperty.Tag);

    /// <summary>The value of a number field; times are whole milliseconds, as clients see them.</summary>
    public double NumberOf(ExperimentItem experiment) => Property switch
    {
        ExperimentProperty.CreationTime => experiment.CreationTime.ToUnixTimeMilliseconds(),
        ExperimentProperty.LastUpdateTime => experiment.LastUpdateTime.ToUnixTimeMilliseconds(),
        _ => IdOf(experiment),
    };

    /// <summary>The value of a text field, or null where the experiment has none.</summary>
    public string? TextOf(TaggedExperiment experiment) =>
        Property == ExperimentProperty.Name ? experiment.Experiment.Name : experiment.TagOf(Name);

    /// <summary>The id as the number that it is.</summary>
    public static long IdOf(ExperimentItem experiment) => long.Parse(experiment.ExperimentId, CultureInfo.InvariantCulture);
}
