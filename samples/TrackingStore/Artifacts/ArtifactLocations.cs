using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts;

/// <summary>Artifact URIs: where clients are sent, and which of them this server holds itself.</summary>
internal static class ArtifactLocations
{
    /// <summary>The scheme that sends clients to this server's own artifact endpoints.</summary>
    public const string ProxyRoot = "mlflow-artifacts:/";

    /// <summary>The folder of an experiment's logged models, beside those of its runs.</summary>
    public const string ModelsFolder = "models";

    private const string ArtifactsFolder = "artifacts";

    /// <summary>The artifact URI of a run.</summary>
    public static string OfRun(string experimentLocation, string runId) => Below(experimentLocation, $"{runId}/{ArtifactsFolder}");

    /// <summary>The artifact URI of a logged model.</summary>
    public static string OfLoggedModel(string experimentLocation, string modelId) =>
        Below(experimentLocation, $"{ModelsFolder}/{modelId}/{ArtifactsFolder}");

    /// <summary>
    /// Whether a place below the artifact root is the artifact folder of one run or logged model, or is in it:
    /// <c>{experiment}/{run}/artifacts</c> or <c>{experiment}/models/{model}/artifacts</c>.
    /// </summary>
    public static bool IsOfOneRun(ArtifactPath path) => path.Text.Split('/') switch
    {
        [_, ModelsFolder, _, ArtifactsFolder, ..] => true,
        [_, not ModelsFolder, ArtifactsFolder, ..] => true,
        _ => false,
    };

    /// <summary>The place below the artifact root that an artifact URI names; an error where this server does not keep its files.</summary>
    public static ArtifactPath Resolve(string artifactUri, IArtifactStore artifacts)
    {
        if (artifactUri.StartsWith(ProxyRoot, StringComparison.Ordinal))
            return ArtifactPath.Parse(artifactUri[ProxyRoot.Length..].TrimStart('/'));

        return artifacts.FindBelowRoot(artifactUri) is { } path
            ? ArtifactPath.Parse(path)
            : throw new TrackingException(new ArtifactsElsewhere(artifactUri));
    }

    /// <summary>Whether an artifact URI names a place that some server may keep, or that this one does.</summary>
    public static bool MayBeOwn(string artifactUri, IArtifactStore artifacts) =>
        IsOfAnyServer(artifactUri) || artifacts.FindBelowRoot(artifactUri) is not null;

    /// <summary>Whether an artifact URI names a place on a tracking server: one of its artifacts or of its files.</summary>
    public static bool IsOfAnyServer(string artifactUri) =>
        artifactUri.StartsWith("mlflow-artifacts:", StringComparison.OrdinalIgnoreCase) || IsLocal(artifactUri);

    /// <summary>Whether an artifact URI is a file of the machine: a <c>file:</c> URI, an absolute path, or no URI at all.</summary>
    public static bool IsLocal(string artifactUri) =>
        IsFileUri(artifactUri) || artifactUri.StartsWith('/') || !artifactUri.Contains(':');

    /// <summary>Whether an artifact URI is a <c>file:</c> URI.</summary>
    public static bool IsFileUri(string artifactUri) => artifactUri.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A location as MLflow's server stores it: one without a scheme is a path, from the server's current folder on.</summary>
    public static string MakeAbsolute(string location) => IsLocal(location) && !IsFileUri(location) && !location.StartsWith('/')
        ? Path.Join(Environment.CurrentDirectory, location)
        : location;

    /// <summary>The local path of a <c>file:</c> URI or an absolute path; null for other URIs.</summary>
    public static string? LocalPath(string location)
    {
        if (location.StartsWith('/')) return location;
        if (!IsFileUri(location)) return null;
        return Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.IsFile && uri.Host is "" or "localhost" ? uri.LocalPath : null;
    }

    private static string Below(string location, string path)
    {
        // A query of the location stays behind the whole path.
        var query = location.IndexOf('?');
        var (place, rest) = query < 0 ? (location, "") : (location[..query], location[query..]);
        return $"{place.TrimEnd('/')}/{path}{rest}";
    }
}
