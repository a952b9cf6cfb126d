namespace TrackingStore.Values;

/// <summary>How long things may be, in characters unless the name says otherwise.</summary>
internal static class Limits
{
    public const int RunTagValue = 8000;
    public const int ParamValue = 6000;
    public const int ExperimentName = 500;
    public const int TagName = 250;
    public const int MetricName = 250;
    public const int UserId = 256;
    public const int ArtifactLocation = 2048;
    public const int ModelHistory = 100_000;
    public const int ExperimentTagValue = 5000;
    public const int DatasetName = 500;
    public const int DatasetDigest = 36;
    public const int DatasetSource = 65_535;
    public const int DatasetSchema = 1_048_575;
    public const int DatasetProfile = 16_777_215;
    public const int DatasetTagName = 255;
    public const int DatasetTagValue = 500;

    /// <summary>Cuts a value that is too long, as MLflow does silently; never through a surrogate pair.</summary>
    public static string Truncate(string value, int maxLength)
    {
        if (value.Length <= maxLength) return value;
        return value[..(char.IsHighSurrogate(value[maxLength - 1]) ? maxLength - 1 : maxLength)];
    }
}
