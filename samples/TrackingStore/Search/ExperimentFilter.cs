using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>Which experiments a search finds: those that pass every condition.</summary>
internal sealed class ExperimentFilter(IReadOnlyList<Condition<ExperimentField>> conditions)
{
    /// <summary>The filter that every experiment passes.</summary>
    public static ExperimentFilter Everything { get; } = new([]);

    /// <summary>Whether every experiment passes.</summary>
    public bool IsEmpty => conditions.Count == 0;

    /// <summary>Whether the filter asks for tags, which an experiment's own item does not have.</summary>
    public bool NeedsTags => conditions.Any(c => c.Field.Property == ExperimentProperty.Tag);

    /// <summary>What the filter asks of the name, for an index of names; empty if no index can help.</summary>
    public IReadOnlyList<NamePattern> NamePatterns =>
    [
        .. conditions.Where(c => c.Field.Property == ExperimentProperty.Name)
            .Select(c => c.Comparison.ToNamePattern()).OfType<NamePattern>(),
    ];

    /// <summary>Whether an experiment passes.</summary>
    public bool Matches(TaggedExperiment experiment) => conditions.All(c => c.Field.IsNumber
        ? c.Comparison.Matches(c.Field.NumberOf(experiment.Experiment))
        : c.Comparison.Matches(c.Field.TextOf(experiment)));
}
