using System.Globalization;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>The attributes of an experiment that can be searched and sorted by.</summary>
internal static class ExperimentFields
{
    /// <summary>Whether the attribute is a number.</summary>
    public static bool IsNumber(string name) => name is "creation_time" or "last_update_time" or "experiment_id";

    /// <summary>The value of a number attribute.</summary>
    public static double NumberOf(Experiment experiment, string name) => name switch
    {
        "creation_time" => experiment.CreationTime,
        "last_update_time" => experiment.LastUpdateTime,
        _ => IdOf(experiment),
    };

    /// <summary>The value of a tag.</summary>
    public static string? TagOf(Experiment experiment, string key) => experiment.Tags?.FirstOrDefault(t => t.Key == key)?.Value;

    /// <summary>The id as the number that it is.</summary>
    public static long IdOf(Experiment experiment) => long.Parse(experiment.ExperimentId, CultureInfo.InvariantCulture);
}
