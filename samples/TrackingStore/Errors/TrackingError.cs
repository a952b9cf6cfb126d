using TrackingStore.Values;

namespace TrackingStore.Errors;

/// <summary>Everything that the store and the artifacts refuse, with the facts that an answer needs.</summary>
internal abstract record TrackingError
{
    private TrackingError()
    {
    }

    /// <summary>There is no experiment with the id, or none in the stage that the request needs.</summary>
    public sealed record ExperimentMissing(string Id) : TrackingError;

    /// <summary>There is no experiment with the name.</summary>
    public sealed record ExperimentNameMissing(string Name) : TrackingError;

    /// <summary>An experiment, active or deleted, has the name.</summary>
    public sealed record ExperimentNameTaken(string Name) : TrackingError;

    /// <summary>The experiment is deleted, and the request needs an active one.</summary>
    public sealed record ExperimentDeleted(string Id) : TrackingError;

    /// <summary>A deleted experiment keeps its name.</summary>
    public sealed record DeletedExperimentRenamed(string Id) : TrackingError;

    /// <summary>Another request changed the experiment between the read and the write.</summary>
    public sealed record ExperimentChanged(string Id) : TrackingError;

    /// <summary>The experiment does not have the tag.</summary>
    public sealed record ExperimentTagMissing(string Id, string Name) : TrackingError;

    /// <summary>There is no run with the id.</summary>
    public sealed record RunMissing(string Id) : TrackingError;

    /// <summary>The run is deleted, and the request needs an active one.</summary>
    public sealed record RunDeleted(string Id) : TrackingError;

    /// <summary>The run does not have the tag.</summary>
    public sealed record RunTagMissing(string Id, string Name) : TrackingError;

    /// <summary>A parameter has another value already.</summary>
    public sealed record ParamChanged(string RunId, ParamChange Change) : TrackingError;

    /// <summary>Parameters of a batch have other values already.</summary>
    public sealed record ParamsChanged(string RunId, IReadOnlyList<ParamChange> Changes) : TrackingError;

    /// <summary>A data set's source and tags together do not fit into one item.</summary>
    public sealed record DatasetTooLarge(string Name, int Bytes, int MaxBytes) : TrackingError;

    /// <summary>The run's list of models has no room for another one.</summary>
    public sealed record ModelListFull(string RunId, int MaxLength) : TrackingError;

    /// <summary>Someone has overwritten the tag that holds the run's list of models with something else.</summary>
    public sealed record ModelListBroken(string Tag) : TrackingError;

    /// <summary>The logged model does not exist or is deleted.</summary>
    public sealed record LoggedModelMissing(string Id) : TrackingError;

    /// <summary>The logged model does not have the tag.</summary>
    public sealed record LoggedModelTagMissing(string Id, string Name) : TrackingError;

    /// <summary>The logged model has no room for the tags.</summary>
    /// <param name="Model">The id, or the name of a model that is to be created.</param>
    public sealed record LoggedModelTagsFull(string Model) : TrackingError;

    /// <summary>The logged model has no room for the parameters.</summary>
    /// <param name="Model">The id, or the name of a model that is to be created.</param>
    public sealed record LoggedModelParamsFull(string Model) : TrackingError;

    /// <summary>The logged model has no room for another metric.</summary>
    public sealed record LoggedModelMetricsFull(string Id) : TrackingError;

    /// <summary>A parameter of a logged model has another value already.</summary>
    public sealed record LoggedModelParamChanged(string ModelId, ParamChange Change) : TrackingError;

    /// <summary>No registered model has the name.</summary>
    public sealed record ModelMissing(string Name) : TrackingError;

    /// <summary>A registered model has the name.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="IsPrompt">Whether what is to have the name is a prompt.</param>
    /// <param name="IsPromptNow">Whether what has the name is a prompt.</param>
    public sealed record ModelNameTaken(string Name, bool IsPrompt, bool IsPromptNow) : TrackingError;

    /// <summary>Other requests keep changing the registered model.</summary>
    public sealed record ModelBusy(string Name) : TrackingError;

    /// <summary>The registered model has no version with the number.</summary>
    public sealed record ModelVersionMissing(string Name, string Version) : TrackingError;

    /// <summary>The registered model has no version, so that its newest one cannot be named.</summary>
    public sealed record ModelWithoutVersions(string Name) : TrackingError;

    /// <summary>The registered model has no such alias.</summary>
    public sealed record ModelAliasMissing(string Alias) : TrackingError;

    /// <summary>The registered model, or one of its versions, has no room for the tag.</summary>
    /// <param name="Name">The name of the model.</param>
    /// <param name="Version">The version; null for the model itself.</param>
    public sealed record ModelTagsFull(string Name, string? Version) : TrackingError;

    /// <summary>The registered model has no room for another alias.</summary>
    public sealed record ModelAliasesFull(string Name) : TrackingError;

    /// <summary>A version is to be registered from a model that does not exist.</summary>
    public sealed record ModelSourceMissing(string Source) : TrackingError;

    /// <summary>There is no user with the name.</summary>
    public sealed record UserMissing(string Name) : TrackingError;

    /// <summary>A user was deleted, or got another password, while something was done for it.</summary>
    public sealed record UserChanged(string Name) : TrackingError;

    /// <summary>A user has the name.</summary>
    public sealed record UserNameTaken(string Name) : TrackingError;

    /// <summary>The first administrator stays one.</summary>
    public sealed record FirstUserKept(string Name) : TrackingError;

    /// <summary>The user was given no permission for the resource.</summary>
    public sealed record GrantMissing(string UserName, GrantTarget Target) : TrackingError;

    /// <summary>The user was given another permission for the resource.</summary>
    public sealed record GrantExists(string UserName, GrantTarget Target) : TrackingError;

    /// <summary>The page token is not one that this server gave out for such a list.</summary>
    public sealed record PageTokenUnknown : TrackingError;

    /// <summary>The page token belongs to a search of other experiments, with another filter, or in another order.</summary>
    /// <param name="What">What differs.</param>
    public sealed record PageTokenOfOther(SearchPart What) : TrackingError;

    /// <summary>There is no artifact at the path.</summary>
    public sealed record ArtifactMissing(string Path) : TrackingError;

    /// <summary>The path might lead out of the artifact root. The error does not say why.</summary>
    public sealed record ArtifactPathUnsafe : TrackingError;

    /// <summary>A file is to be written where a folder is.</summary>
    public sealed record ArtifactIsFolder(string Path) : TrackingError;

    /// <summary>A file is to be written below another file.</summary>
    public sealed record ArtifactBelowFile(string Path) : TrackingError;

    /// <summary>Others go on to write below a folder that is to be deleted, or to delete the one that is written into.</summary>
    public sealed record ArtifactBusy(string Path) : TrackingError;

    /// <summary>The disk takes no files at the moment. The log has the reason.</summary>
    public sealed record ArtifactsUnwritable(TimeSpan RetryAfter) : TrackingError;

    /// <summary>The bucket of the artifacts cannot be reached at the moment. The log has the reason.</summary>
    public sealed record ArtifactsUnavailable(TimeSpan RetryAfter) : TrackingError;

    /// <summary>The bucket of the artifacts refuses what was asked of it, and works: an archived object, for example.</summary>
    public sealed record ArtifactRefused(string Reason) : TrackingError;

    /// <summary>The file is larger than any that can be kept.</summary>
    public sealed record ArtifactTooLarge(long MaxBytes) : TrackingError;

    /// <summary>So many large files are being uploaded that there is no memory for another one.</summary>
    public sealed record UploadsWaiting(TimeSpan RetryAfter) : TrackingError;

    /// <summary>Too many uploads in parts have begun in a folder and have not ended.</summary>
    public sealed record UploadsFull(string Folder, int MaxUploads) : TrackingError;

    /// <summary>An upload in parts does not exist, or its parts are not those that the store has.</summary>
    public sealed record UploadRefused(string Path, string Reason) : TrackingError;

    /// <summary>The artifacts are not on this server.</summary>
    public sealed record ArtifactsElsewhere(string Uri) : TrackingError;
}
