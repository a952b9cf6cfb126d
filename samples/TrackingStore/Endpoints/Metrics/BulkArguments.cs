using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;

namespace TrackingStore.Endpoints.Metrics;

/// <summary>What the endpoints for the history of several runs read from their requests.</summary>
internal static class BulkArguments
{
    private const int MaxRuns = 100;

    /// <summary>The ids of the runs, each once.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="parameter">The parameter with the ids.</param>
    /// <param name="request">The request's name, for messages.</param>
    public static List<string> RequiredRunIds(this Arguments arguments, string parameter, string request)
    {
        var runIds = arguments.Texts(parameter).Distinct().ToList();
        if (runIds.Count == 0) throw MlflowException.Invalid($"{request} request must specify at least one run_id.");
        if (runIds.Count > MaxRuns)
        {
            throw MlflowException.Invalid(
                $"{request} request cannot specify more than {MaxRuns} run_ids. Received {runIds.Count} run_ids.");
        }

        return runIds;
    }

    /// <summary>The name of the metric.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="request">The request's name, for messages.</param>
    public static string RequiredMetricKey(this Arguments arguments, string request) => arguments.Text("metric_key") is { Length: > 0 } key
        ? key
        : throw MlflowException.Invalid($"{request} request must specify a metric_key.");
}
