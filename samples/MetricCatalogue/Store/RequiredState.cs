using DynamoToolkit;
using MetricCatalogue.Model;

namespace MetricCatalogue.Store;

/// <summary>What has to be in the catalogue, as it was read, when a version is saved.</summary>
internal sealed record RequiredState(
    IReadOnlyList<ConditionCheck<Metric>> Metrics, IReadOnlyList<ConditionCheck<Dimension>> Dimensions)
{
    /// <summary>Makes a save depend on it.</summary>
    public VersionSave<Metric> AddTo(VersionSave<Metric> save)
    {
        foreach (var check in Metrics) save.Require(check);
        foreach (var check in Dimensions) save.Require(check);
        return save;
    }

    /// <summary>Whether a save failed because something was no longer as it was read.</summary>
    public bool Failed(TransactWriteCanceledException canceled) =>
        Metrics.Any(canceled.ConditionFailed) || Dimensions.Any(canceled.ConditionFailed);
}
