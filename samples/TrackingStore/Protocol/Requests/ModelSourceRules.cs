using TrackingStore.Artifacts;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Requests;

/// <summary>Which sources versions of models can be registered from.</summary>
internal static class ModelSourceRules
{
    /// <summary>Refuses a source that may lead elsewhere than it says.</summary>
    public static void Require(string source)
    {
        if (!ModelSources.IsRelative(source)) return;
        throw MlflowException.Invalid(
            $"Invalid model version source: '{source}'. If supplying a source as an http, https, local file path, ftp, objectstore, or " +
            "mlflow-artifacts uri, an absolute path must be provided without relative path references present. " +
            "Please provide an absolute path.");
    }

    /// <summary>The error of a local source that is not among the artifacts of the run, or of the logged model.</summary>
    /// <param name="source">The source.</param>
    /// <param name="parameter">The parameter that names the run or the model.</param>
    /// <param name="isGiven">Whether the request names one. Then MLflow shows where the source leads.</param>
    public static MlflowException NotOf(string source, string parameter, bool isGiven) => MlflowException.Invalid(
        $"Invalid model version source: '{(isGiven ? PlaceOf(source) : source)}'. " +
        $"To use a local path as a model version source, the {parameter} request parameter has to be specified and the local path has " +
        $"to be contained within the artifact directory of the run specified by the {parameter}.");

    private static string PlaceOf(string source) =>
        ArtifactLocations.LocalPath(source) is { } path && !path.Contains('\0') ? Path.GetFullPath(path) : source;
}
