using TrackingStore.Values;

namespace TrackingStore.Protocol.Requests;

/// <summary>Rules on the values of arguments.</summary>
internal static class Rules
{
    /// <summary>Refuses a text that is too long.</summary>
    public static void RequireLength(string text, string parameter, int maxLength)
    {
        if (Limits.Exceeds(text, maxLength))
            throw MlflowException.Invalid($"'{parameter}' exceeds the maximum length of {maxLength} characters");
    }

    /// <summary>Refuses an id that no run can have.</summary>
    public static string RequireRunId(string runId) =>
        RunIds.IsValid(runId) ? runId : throw MlflowException.Invalid($"Invalid run ID: '{runId}'");

    /// <summary>Refuses an artifact location that no artifact could be put below.</summary>
    public static void RequireArtifactLocation(string location)
    {
        if (location.Contains('#') || location.Any(char.IsControl) || HasParams(location))
            throw MlflowException.Invalid("'artifact_location' URL can't include fragments or params.");

        var query = location.IndexOf('?');
        if (query >= 0 && Uri.UnescapeDataString(location[query..]).Contains("..", StringComparison.Ordinal))
            throw MlflowException.Invalid($"Invalid query string: {location[(query + 1)..]}");
    }

    /// <summary>The size of a page, from <c>max_results</c>.</summary>
    public static int PageSize(Arguments arguments, int standard, int min, int max)
    {
        var size = arguments.Int64("max_results") ?? standard;
        if (size > max) throw arguments.InvalidValue("max_results", $". It must be at most {max}, but got value {size}");
        if (size < min) throw arguments.InvalidValue("max_results", ". It must be a positive integer");
        return (int)Math.Max(size, int.MinValue);
    }

    private static bool HasParams(string location)
    {
        // As in URL parsing: what follows a semicolon in the last segment of the path.
        var path = location.Split('?')[0];
        return path[(path.LastIndexOf('/') + 1)..].Contains(';');
    }
}
