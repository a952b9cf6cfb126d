namespace TrackingStore.Protocol;

/// <summary>MLflow's limits on sizes.</summary>
internal static class Limits
{
    public const int RunTagValue = 8000;
    public const int ParamValue = 6000;
    public const int ExperimentName = 500;
    public const int TagKey = 250;
    public const int MetricKey = 250;
    public const int UserId = 256;
    public const int ArtifactLocation = 2048;
    public const int ModelHistory = 100_000;
    public const int ExperimentTagValue = 5000;
    public const int DatasetName = 500;
    public const int DatasetDigest = 36;
    public const int DatasetSource = 65_535;
    public const int DatasetSchema = 1_048_575;
    public const int DatasetProfile = 16_777_215;
    public const int InputTagKey = 255;
    public const int InputTagValue = 500;
    public const int PageOfRuns = 50_000;

    /// <summary>Refuses a text that is too long.</summary>
    public static void RequireLength(string text, string parameter, int longest)
    {
        if (text.Length > longest) throw MlflowException.Invalid($"'{parameter}' exceeds the maximum length of {longest} characters");
    }

    /// <summary>Cuts a value that is too long, as MLflow does silently; never through a surrogate pair.</summary>
    public static string Truncate(string value, int longest)
    {
        if (value.Length <= longest) return value;
        return value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>Reads the page size of a search.</summary>
    public static int PageSize(Arguments arguments, int standard, int smallest, int largest)
    {
        var size = arguments.Int64("max_results") ?? standard;
        if (size > largest) throw arguments.InvalidValue("max_results", $". It must be at most {largest}, but got value {size}");
        if (size < smallest)
        {
            throw arguments.InvalidValue("max_results", smallest > 0 ? ". It must be a positive integer" : $". It must be at least {smallest}");
        }

        return (int)size;
    }
}
