using TrackingStore.Protocol;

namespace TrackingStore.Store;

/// <summary>The errors of experiments and runs that are not there or deleted, in MLflow's words.</summary>
internal static class Errors
{
    public static MlflowException NoExperiment(string id) => MlflowException.Missing($"No Experiment with id={id} exists");

    public static MlflowException NoExperimentNamed(string name) => MlflowException.Missing($"Could not find experiment with name '{name}'");

    public static MlflowException ExperimentExists(string name) => MlflowException.Exists($"Experiment(name={name}) already exists.");

    public static MlflowException ExperimentDeleted(string id) =>
        MlflowException.Invalid($"The experiment {id} must be in the 'active' state. Current state is deleted.");

    public static MlflowException NoRun(string id) => MlflowException.Missing($"Run with id={id} not found");

    public static MlflowException RunDeleted(string id) => MlflowException.Invalid($"The run {id} must be in the 'active' state. Current state is deleted.");

    public static MlflowException RenameOfDeleted() => new(ErrorCode.INVALID_STATE, "Cannot rename a non-active experiment.");

    public static MlflowException ChangedMeanwhile(string id) =>
        new(ErrorCode.RESOURCE_CONFLICT, $"Experiment {id} was changed by someone else at the same time. Please try again.");

    public static MlflowException NoExperimentTag(string id, string key) => MlflowException.Missing($"No tag with name: {key} in experiment with id {id}");

    public static MlflowException NoRunTag(string id, string key) => MlflowException.Missing($"No tag with name: {key} in run with id {id}");
}
