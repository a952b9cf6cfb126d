using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the order of a search of versions of models.</summary>
internal static class VersionOrderParser
{
    /// <summary>Reads an order; without entries, what changed last comes first.</summary>
    public static VersionOrder Parse(IReadOnlyList<string> orderBy) => new(OrderByParser.Parse(orderBy, FieldOf));

    private static VersionField FieldOf(Token identifier) => VersionFieldNames.Resolve(identifier) switch
    {
        { Property: not (VersionProperty.Tag or VersionProperty.RunId or VersionProperty.Source) } field => field,
        _ => throw OrderByParser.UnknownAttribute(identifier, "'creation_timestamp', 'last_updated_timestamp', 'name', 'version_number'"),
    };
}
