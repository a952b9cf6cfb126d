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

    /// <summary>The error of a local source that is not among the artifacts of the run.</summary>
    public static MlflowException NotOfRun(string source) => NotOf(source, "run_id");

    /// <summary>The error of a local source that is not among the artifacts of the logged model.</summary>
    public static MlflowException NotOfLoggedModel(string source) => NotOf(source, "model_id");

    private static MlflowException NotOf(string source, string parameter) => MlflowException.Invalid(
        $"Invalid model version source: '{source}'. To use a local path as a model version source, the {parameter} request parameter has " +
        $"to be specified and the local path has to be contained within the artifact directory of the run specified by the {parameter}.");
}
