using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the filter of a search of runs.</summary>
internal static class RunFilterParser
{
    /// <summary>Reads a filter; every run passes null and white space.</summary>
    public static RunFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    private static Condition<RunField> Check(Clause clause)
    {
        var field = RunFieldNames.Resolve(clause.Identifier);
        if (field.Property is not (RunProperty.Param or RunProperty.Tag))
            ComparisonRules.RequireValue(clause, "tags and params", $"'{KindOf(field)}' '{FieldName.Of(clause.Identifier).Key}'");

        return new Condition<RunField>(field, field.Property switch
        {
            RunProperty.Metric => ComparisonRules.OfNumber(clause, "metric"),
            RunProperty.Param => ComparisonRules.OfOptionalText(clause, "parameter"),
            RunProperty.Tag => ComparisonRules.OfOptionalText(clause, "tag"),
            _ when field.IsLogged => ComparisonRules.OfTextOrList(clause, "dataset"),
            _ when field.IsNumber => ComparisonRules.OfNumber(clause, $"numeric attribute: {RunFieldNames.NameOf(field.Property)}"),
            _ when clause.List is { Count: > 0 } && field.Property != RunProperty.Id => throw MlflowException.Invalid(
                "Only the 'run_id' attribute supports comparison with a list of quoted string values."),
            _ => ComparisonRules.OfTextOrList(clause, "attributes"),
        });
    }

    private static string KindOf(RunField field) => field switch
    {
        { Property: RunProperty.Metric } => "metric",
        { IsLogged: true } => "dataset",
        _ => "attribute",
    };
}
