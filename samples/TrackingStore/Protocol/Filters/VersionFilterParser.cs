using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the filter of a search of versions of models.</summary>
internal static class VersionFilterParser
{
    /// <summary>Reads a filter; every version passes null and white space.</summary>
    public static VersionFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    private static Condition<VersionField> Check(Clause clause) => VersionFieldNames.Resolve(clause.Identifier) switch
    {
        { Property: VersionProperty.Tag } field => new(field, ComparisonRules.OfText(clause, "tag")),
        { Property: VersionProperty.Number } field => new(field, ComparisonRules.OfNumber(clause, "numeric attribute: version_number")),
        { Property: VersionProperty.RunId } field => new(field, ComparisonRules.OfTextOrList(clause, "attributes")),
        { Property: VersionProperty.Name or VersionProperty.Source } field => new(field, ComparisonRules.OfText(clause, "attributes")),
        _ => throw MlflowException.Invalid(
            $"Invalid attribute key '{FieldName.Of(clause.Identifier).Key}' specified. " +
            "Valid keys are '['name', 'run_id', 'source_path', 'version_number']'"),
    };
}
