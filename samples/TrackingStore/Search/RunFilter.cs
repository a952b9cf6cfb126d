using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Search;

/// <summary>The filter of a search of runs.</summary>
internal sealed class RunFilter
{
    private readonly List<Comparison> attributes;
    private readonly List<Comparison> others;

    private RunFilter(List<Comparison> comparisons)
    {
        attributes = comparisons.FindAll(c => c.Field.Entity == EntityKind.Attribute);
        others = comparisons.FindAll(c => c.Field.Entity != EntityKind.Attribute);
    }

    /// <summary>Whether the filter asks for metrics, parameters, tags or data sets, which a run's own attributes do not tell.</summary>
    public bool NeedsData => others.Count > 0;

    /// <summary>Whether every run passes.</summary>
    public bool IsEmpty => attributes.Count + others.Count == 0;

    /// <summary>Reads a filter; null and white space let every run pass.</summary>
    public static RunFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    /// <summary>Whether a run passes what can be told from its attributes.</summary>
    public bool Matches(RunInfo run) => attributes.TrueForAll(c => RunFields.IsNumber(c.Field.Key)
        ? c.Matches(RunFields.NumberOf(run, c.Field.Key))
        : c.Matches(RunFields.TextOf(run, c.Field.Key)));

    /// <summary>Whether a run passes the whole filter.</summary>
    public bool Matches(Run run) => Matches(run.Info) && others.TrueForAll(c => c.Field.Entity switch
    {
        EntityKind.Metric => c.Matches(RunFields.MetricOf(run, c.Field.Key)),
        EntityKind.Parameter => c.Matches(RunFields.ParamOf(run, c.Field.Key)),
        EntityKind.Tag => c.Matches(RunFields.TagOf(run, c.Field.Key)),
        _ => run.Inputs.DatasetInputs?.Any(input => c.Matches(DatasetText(input, c.Field.Key))) is true,
    });

    private static string? DatasetText(DatasetInput input, string key) => key switch
    {
        "name" => input.Dataset.Name,
        "digest" => input.Dataset.Digest,
        _ => input.Tags?.FirstOrDefault(t => t.Key == DatasetInput.ContextTag)?.Value,
    };

    private static Comparison Check(Clause clause)
    {
        var field = FieldName.OfRun(clause.Identifier);
        return field.Entity switch
        {
            EntityKind.Metric => ComparisonRules.OfNumber(clause, field, "metric"),
            EntityKind.Parameter or EntityKind.Tag => ComparisonRules.OfText(clause, field),
            EntityKind.Dataset => CheckDataset(clause, field),
            _ => CheckAttribute(clause, field with { Key = RunFields.Resolve(field.Key) }),
        };
    }

    private static Comparison CheckDataset(Clause clause, FieldName field)
    {
        if (field.Key is "name" or "digest" or "context") return ComparisonRules.OfTextOrList(clause, field);
        throw MlflowException.Invalid($"Invalid dataset key '{field.Key}' specified. Valid keys are '['context', 'digest', 'name']'");
    }

    private static Comparison CheckAttribute(Clause clause, FieldName field)
    {
        if (RunFields.IsNumber(field.Key)) return ComparisonRules.OfNumber(clause, field, $"numeric attribute: {field.Key}");
        if (clause.List is not null && field.Key != "run_id")
        {
            throw MlflowException.Invalid("Only the 'run_id' attribute supports comparison with a list of quoted string values.");
        }

        return ComparisonRules.OfTextOrList(clause, field);
    }
}
