using System.Globalization;
using TrackingStore.Errors;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Protocol;

/// <summary>What the store refuses, in MLflow's words.</summary>
internal static class StoreErrors
{
    /// <summary>The answer to a request that the store refuses.</summary>
    public static MlflowException Explain(TrackingError error) => error switch
    {
        // Experiments.
        ExperimentMissing e when !long.TryParse(e.Id, CultureInfo.InvariantCulture, out _) => MlflowException.Invalid(
            $"Invalid experiment ID '{e.Id}'. Experiment ID must be a valid integer."),
        ExperimentMissing e => MlflowException.Missing($"No Experiment with id={e.Id} exists"),
        ExperimentNameMissing e => MlflowException.Missing($"Could not find experiment with name '{e.Name}'"),
        ExperimentNameTaken e => MlflowException.Exists($"Experiment(name={e.Name}) already exists."),
        ExperimentDeleted e => MlflowException.Invalid($"The experiment {e.Id} must be in the 'active' state. Current state is deleted."),
        DeletedExperimentRenamed => new(ErrorCode.INVALID_STATE, "Cannot rename a non-active experiment."),
        ExperimentChanged e => new(
            ErrorCode.RESOURCE_CONFLICT, $"Experiment {e.Id} was changed by someone else at the same time. Please try again."),
        ExperimentTagMissing e => MlflowException.Missing($"No tag with name: {e.Name} in experiment with id {e.Id}"),

        // Runs and what is logged to them.
        RunMissing e => MlflowException.Missing($"Run with id={e.Id} not found"),
        RunDeleted e => MlflowException.Invalid($"The run {e.Id} must be in the 'active' state. Current state is deleted."),
        RunTagMissing e => MlflowException.Missing($"No tag with name: {e.Name} in run with id {e.Id}"),
        ParamChanged e => MlflowException.Invalid(
            $"Changing param values is not allowed. Param with key='{e.Change.Name}' was already logged with value='{e.Change.OldValue}' " +
            $"for run ID='{e.RunId}'. Attempted logging new value '{e.Change.NewValue}'."),
        ParamsChanged e => MlflowException.Invalid(
            $"Changing param values is not allowed. Params were already logged='[{string.Join(", ", e.Changes.Select(Show))}]' " +
            $"for run ID='{e.RunId}'."),
        DatasetTooLarge e => MlflowException.Invalid(
            $"The source and tags of the data set '{e.Name}' are too large: {e.Bytes} bytes, at most {e.MaxBytes} fit."),
        ModelListFull e => MlflowException.Invalid(
            $"The models of run {e.RunId} are too many: their list has room for {e.MaxLength} characters."),
        ModelListBroken e => MlflowException.Invalid(
            $"The tag '{e.Tag}' of the run is not a valid JSON list, so no model can be added to it."),

        // Logged models.
        LoggedModelMissing e => MlflowException.Missing($"Logged model with ID '{e.Id}' not found."),
        LoggedModelTagMissing e => MlflowException.Missing($"No tag with key '{e.Name}' found for model with ID '{e.Id}'."),
        LoggedModelTagsFull e => MlflowException.Invalid(
            $"Logged model '{e.Model}' has no room for the tags: it may have {Limits.ModelTags} tags of {Limits.ModelTagBytes} bytes " +
            "together. Delete tags first, or use shorter values."),
        LoggedModelParamsFull e => MlflowException.Invalid(
            $"Logged model '{e.Model}' has no room for the params: it may have {Limits.ModelParams} params of {Limits.ModelParamBytes} " +
            "bytes together. Params cannot be deleted, so log fewer or shorter ones."),
        LoggedModelMetricsFull e => MlflowException.Invalid(
            $"Logged model '{e.Id}' has no room for the metrics: it may have {Limits.ModelMetrics} metrics, one for each name, run and " +
            $"dataset, of {Limits.ModelMetricBytes} bytes together. Log others without a model_id."),
        LoggedModelParamChanged e => MlflowException.Invalid(
            $"Changing param values is not allowed. Param with key='{e.Change.Name}' was already logged with value='{e.Change.OldValue}' " +
            $"for model ID='{e.ModelId}'. Attempted logging new value '{e.Change.NewValue}'."),

        // The model registry.
        ModelMissing e => MlflowException.Missing($"Registered Model with name={e.Name} not found"),
        ModelNameTaken { IsPrompt: var isPrompt, IsPromptNow: var isPromptNow } e when isPrompt != isPromptNow => MlflowException.Exists(
            $"Tried to create a {ShowModel(isPrompt).ToLowerInvariant()} with name '{e.Name}', but the name is already taken by a " +
            $"{ShowModel(isPromptNow).ToLowerInvariant()}. MLflow does not allow creating a model and a prompt with the same name."),
        ModelNameTaken e => MlflowException.Exists($"{ShowModel(e.IsPrompt)} (name={e.Name}) already exists."),
        ModelBusy e => new(
            ErrorCode.RESOURCE_CONFLICT, $"Registered Model (name={e.Name}) is being changed by others. Please try again."),
        ModelVersionMissing e => MlflowException.Missing($"Model Version (name={e.Name}, version={e.Version}) not found"),
        ModelWithoutVersions e => MlflowException.Missing($"Latest version not found for model {e.Name}."),
        ModelAliasMissing e => MlflowException.Invalid($"Registered model alias {e.Alias} not found."),
        ModelTagsFull e => MlflowException.Invalid(
            $"{ShowOwner(e)} has no room for the tag: it may have {Limits.ModelTags} tags of {Limits.ModelTagBytes} bytes together. " +
            "Delete tags first, or use a shorter value."),
        ModelAliasesFull e => MlflowException.Invalid(
            $"Registered Model (name={e.Name}) has {Limits.ModelAliases} aliases, which is the most that it may have. Delete one first."),
        ModelSourceMissing e => MlflowException.Missing(
            $"Unable to fetch model from model URI source artifact location '{e.Source}'. There is no such model."),

        // Users and permissions.
        UserMissing e => MlflowException.Missing($"User with username={e.Name} not found"),
        UserChanged e => new(
            ErrorCode.RESOURCE_CONFLICT, $"User (username={e.Name}) was changed by someone else at the same time. Please try again."),
        UserNameTaken e => MlflowException.Exists($"User (username={e.Name}) already exists."),
        FirstUserKept e => MlflowException.Invalid($"The user '{e.Name}' stays an administrator, so that there always is one."),
        GrantMissing e => MlflowException.Missing(
            $"{ShowKind(e.Target)} permission with {Show(e.Target)} and username={e.UserName} not found"),
        GrantExists e => MlflowException.Exists(
            $"{ShowKind(e.Target)} permission ({Show(e.Target)}, username={e.UserName}) already exists."),

        // Listings.
        PageTokenUnknown => MlflowException.Invalid("Invalid page token, could not be decoded."),

        PageTokenOfOther { What: SearchPart.Experiments } => MlflowException.Invalid(
            "Experiment IDs in the page token do not match the requested experiment IDs."),
        PageTokenOfOther { What: SearchPart.Filter } => MlflowException.Invalid(
            "Filter string in the page token does not match the requested filter string."),
        PageTokenOfOther { What: SearchPart.Order } => MlflowException.Invalid(
            "Order by in the page token does not match the requested order by."),

        // Artifacts.
        ArtifactMissing e => MlflowException.Missing($"No such artifact: '{e.Path}'"),
        ArtifactPathUnsafe => MlflowException.Invalid("Invalid path"),
        ArtifactIsFolder e => MlflowException.Invalid($"'{e.Path}' is a folder"),
        ArtifactBelowFile e => MlflowException.Invalid($"A part of '{e.Path}' is a file, not a folder"),
        ArtifactBusy e => new(ErrorCode.RESOURCE_CONFLICT, $"Others write or delete below '{e.Path}'. Please try again."),
        ArtifactsUnwritable e => MlflowException.Unavailable(
            "The server cannot write artifacts at the moment. Please try again.", e.RetryAfter),
        ArtifactsUnavailable e => MlflowException.Unavailable(
            "The artifacts cannot be reached at the moment. Please try again.", e.RetryAfter),
        ArtifactRefused e => MlflowException.Invalid($"The bucket of the artifacts refuses this: {e.Reason}"),
        ArtifactTooLarge e => MlflowException.Invalid($"The file is too large: it may have at most {e.MaxBytes} bytes."),
        UploadsWaiting e => MlflowException.Unavailable(
            "Too many large files are being uploaded at the moment. Please try again.", e.RetryAfter),
        UploadsFull e => MlflowException.Invalid(
            $"{e.MaxUploads} uploads have begun below '{e.Folder}' and have not ended, which is the most that there may be. " +
            "Complete or abort some first."),
        UploadRefused e => MlflowException.Invalid($"The upload of '{e.Path}' cannot be completed: {e.Reason}"),
        ArtifactsElsewhere e => MlflowException.Invalid($"The artifacts at '{e.Uri}' are not kept by this server"),
        _ => throw new ArgumentException($"There are no words for {error}.", nameof(error)),
    };

    private static string ShowKind(GrantTarget target) => target.Kind == ResourceKind.Experiment ? "Experiment" : "Registered model";

    private static string Show(GrantTarget target) =>
        target.Kind == ResourceKind.Experiment ? $"experiment_id={target.Name}" : $"name={target.Name}";

    private static string ShowOwner(ModelTagsFull error) => error.Version is null
        ? $"Registered Model (name={error.Name})"
        : $"Model Version (name={error.Name}, version={error.Version})";

    private static string ShowModel(bool isPrompt) => isPrompt ? "Prompt" : "Registered Model";

    private static string Show(ParamChange change) =>
        $"{{'key': '{change.Name}', 'old_value': '{change.OldValue}', 'new_value': '{change.NewValue}'}}";
}
