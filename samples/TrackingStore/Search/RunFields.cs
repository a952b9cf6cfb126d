using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>The attributes of a run that can be searched and sorted by, under their names and other names.</summary>
internal static class RunFields
{
    private const string StartTime = "start_time";
    private static readonly string[] Names = ["artifact_uri", "end_time", "run_id", "run_name", StartTime, "status", "user_id"];

    /// <summary>The attribute's own name, or an error that lists the valid ones.</summary>
    public static string Resolve(string key) => key switch
    {
        "run name" or "Run name" or "Run Name" => "run_name",
        "created" or "Created" => StartTime,
        _ when Names.Contains(key) => key,
        _ => throw MlflowException.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '[{string.Join(", ", Names.Select(n => $"'{n}'"))}]'"),
    };

    /// <summary>Whether the attribute is a number.</summary>
    public static bool IsNumber(string name) => name is StartTime or "end_time";

    /// <summary>The value of a number attribute.</summary>
    public static double? NumberOf(RunInfo run, string name) => name is StartTime ? run.StartTime : run.EndTime;

    /// <summary>The value of a text attribute.</summary>
    public static string TextOf(RunInfo run, string name) => name switch
    {
        "artifact_uri" => run.ArtifactUri,
        "run_id" => run.RunId,
        "run_name" => run.RunName,
        "status" => run.Status,
        _ => run.UserId,
    };

    /// <summary>The latest value of a metric.</summary>
    public static double? MetricOf(Run run, string key) => run.Data.Metrics?.FirstOrDefault(m => m.Key == key)?.Value;

    /// <summary>The value of a parameter.</summary>
    public static string? ParamOf(Run run, string key) => run.Data.Params?.FirstOrDefault(p => p.Key == key)?.Value;

    /// <summary>The value of a tag.</summary>
    public static string? TagOf(Run run, string key) => run.Data.Tags?.FirstOrDefault(t => t.Key == key)?.Value;
}
