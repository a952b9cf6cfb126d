using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the filter of a search of registered models.</summary>
internal static class ModelFilterParser
{
    /// <summary>Reads a filter; every model passes null and white space.</summary>
    public static ModelFilter Parse(string? filter) => new(ClauseParser.Parse(filter).ConvertAll(Check));

    private static Condition<ModelField> Check(Clause clause) => ModelFieldNames.Resolve(clause.Identifier) switch
    {
        { Property: ModelProperty.Tag } field => new(field, ComparisonRules.OfText(clause, "tag")),
        { Property: ModelProperty.Name } field => new(field, ComparisonRules.OfText(clause, "attributes")),
        _ => throw MlflowException.Invalid(
            $"Invalid attribute key '{FieldName.Of(clause.Identifier).Key}' specified. Valid keys are '['name']'"),
    };
}
