using System.Text;

namespace TrackingStore.Values;

/// <summary>How long things may be, in characters unless the name says otherwise.</summary>
internal static class Limits
{
    /// <summary>The elements of a list of tags, models, data sets, ids or order keys in a request.</summary>
    public const int ListElements = 1000;

    /// <summary>More than any id, or name of a tag, that something can have.</summary>
    public const int Key = 1000;

    public const int RunTagValue = 8000;
    public const int ParamValue = 6000;
    public const int ExperimentName = 500;
    public const int TagName = 250;
    public const int MetricName = 250;

    /// <summary>
    /// The bytes of a metric's name in UTF-8. A sort key has at most 1,024 bytes, and an item of a series has 60 others in its key.
    /// </summary>
    public const int MetricNameBytes = 964;

    public const int UserId = 256;
    public const int UserName = 255;
    public const int ModelName = 255;
    public const int ModelAlias = 255;
    public const int ModelTagValue = 100_000;

    /// <summary>The tags of a registered model, and those of a version.</summary>
    public const int ModelTags = 1000;

    /// <summary>The tags of a registered model together, and those of a version, in bytes of UTF-8.</summary>
    public const int ModelTagBytes = 1_000_000;

    /// <summary>The parameters of a logged model.</summary>
    public const int ModelParams = 1000;

    /// <summary>The parameters of a logged model together, in bytes of UTF-8.</summary>
    public const int ModelParamBytes = 1_000_000;

    /// <summary>The metrics of a logged model: one for each name, run and data set.</summary>
    public const int ModelMetrics = 10_000;

    /// <summary>The names, runs and data sets of the metrics of a logged model together, in bytes of UTF-8.</summary>
    public const int ModelMetricBytes = 2_000_000;

    /// <summary>The aliases of a registered model.</summary>
    public const int ModelAliases = 1000;

    /// <summary>
    /// The tags of a new version. A transaction takes 100 items; four are the model, the version, the tally of its tags, and the logged
    /// model that it is registered from.
    /// </summary>
    public const int NewVersionTags = 96;

    public const int ModelDescription = 5000;
    public const int ModelSource = 2048;
    public const int ModelRunLink = 500;
    public const int LoggedModelName = 500;
    public const int LoggedModelType = 500;

    /// <summary>The value of a parameter or tag of a logged model.</summary>
    public const int LoggedModelValue = 8000;

    /// <summary>The parameters that can be logged to a logged model with one request.</summary>
    public const int LoggedModelParams = 100;

    public const int MinPassword = 12;
    public const int ArtifactLocation = 2048;
    public const int ModelHistory = 100_000;
    public const int ModelJson = 1_000_000;
    public const int FilterText = 100_000;
    public const int ExperimentTagValue = 5000;
    public const int DatasetName = 500;
    public const int DatasetDigest = 36;
    public const int DatasetSource = 65_535;
    public const int DatasetSchema = 1_048_575;
    public const int DatasetProfile = 16_777_215;
    public const int DatasetTagName = 255;
    public const int DatasetTagValue = 500;

    /// <summary>Whether a text is too long. MLflow counts code points, so a smiley is one character, not the two of UTF-16.</summary>
    public static bool Exceeds(string text, int maxLength) =>
        text.Length > maxLength && text.Length - text.Count(char.IsLowSurrogate) > maxLength;

    /// <summary>Whether a text is too long for the name of a metric, in characters or in bytes. A key has # and % as three bytes.</summary>
    public static bool ExceedsMetricName(string name) => Exceeds(name, MetricName)
        || Encoding.UTF8.GetByteCount(name) + (2 * name.Count(letter => letter is '#' or '%')) > MetricNameBytes;

    /// <summary>Cuts a value that is too long, as MLflow does silently.</summary>
    public static string Truncate(string value, int maxLength)
    {
        if (!Exceeds(value, maxLength)) return value;
        var end = 0;
        for (var taken = 0; taken < maxLength; taken++) end += char.IsSurrogatePair(value, end) ? 2 : 1;
        return value[..end];
    }
}
