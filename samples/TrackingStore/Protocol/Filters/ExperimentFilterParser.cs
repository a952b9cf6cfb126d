using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the filter of a search of experiments.</summary>
internal static class ExperimentFilterParser
{
    /// <summary>Reads a filter; every experiment passes null and white space.</summary>
    public static ExperimentFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    private static Condition<ExperimentField> Check(Clause clause)
    {
        var key = FieldName.Of(clause.Identifier).Key;
        var found = ExperimentFieldNames.Resolve(clause.Identifier);
        if (found is { Property: not ExperimentProperty.Tag }) ComparisonRules.RequireValue(clause, "tags", $"attribute '{key}'");
        return found switch
        {
            { Property: ExperimentProperty.Tag } field => new(field, ComparisonRules.OfOptionalText(clause, "tag")),
            { Property: ExperimentProperty.Name } field => new(field, ComparisonRules.OfText(clause, "attributes")),
            { Property: not ExperimentProperty.Id } field => new(field, ComparisonRules.OfNumber(clause, $"numeric attribute: {key}")),
            _ => throw MlflowException.Invalid(
                $"Invalid attribute key '{key}' specified. Valid keys are '['creation_time', 'last_update_time', 'name']'"),
        };
    }
}
