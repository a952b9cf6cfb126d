using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>The filter of a search of experiments.</summary>
internal sealed class ExperimentFilter
{
    private readonly List<Comparison> comparisons;

    private ExperimentFilter(List<Comparison> comparisons) => this.comparisons = comparisons;

    /// <summary>Whether the filter asks for tags.</summary>
    public bool NeedsTags => comparisons.Exists(c => c.Field.Entity == EntityKind.Tag);

    /// <summary>Reads a filter; null and white space let every experiment pass.</summary>
    public static ExperimentFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    /// <summary>Whether an experiment passes.</summary>
    public bool Matches(Experiment experiment) => comparisons.TrueForAll(c => c.Field switch
    {
        { Entity: EntityKind.Tag, Key: var key } => c.Matches(ExperimentFields.TagOf(experiment, key)),
        { Key: "name" } => c.Matches(experiment.Name),
        { Key: var key } => c.Matches(ExperimentFields.NumberOf(experiment, key)),
    });

    private static Comparison Check(Clause clause)
    {
        var field = FieldName.OfExperiment(clause.Identifier);
        return field switch
        {
            { Entity: EntityKind.Tag } or { Key: "name" } => ComparisonRules.OfText(clause, field),
            { Key: "creation_time" or "last_update_time" } => ComparisonRules.OfNumber(clause, field, $"numeric attribute: {field.Key}"),
            _ => throw MlflowException.Invalid(
                $"Invalid attribute key '{field.Key}' specified. Valid keys are '['creation_time', 'last_update_time', 'name']'"),
        };
    }
}
