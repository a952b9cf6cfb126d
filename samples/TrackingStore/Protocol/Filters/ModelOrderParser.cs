using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the order of a search of registered models.</summary>
internal static class ModelOrderParser
{
    /// <summary>Reads an order; without entries it is by name.</summary>
    public static ModelOrder Parse(IReadOnlyList<string> orderBy) => new(OrderByParser.Parse(orderBy, FieldOf));

    private static ModelField FieldOf(Token identifier) =>
        ModelFieldNames.Resolve(identifier) is { Property: not ModelProperty.Tag } field
            ? field
            : throw OrderByParser.UnknownKey(identifier, "'creation_timestamp', 'last_updated_timestamp', 'name', 'timestamp'");
}
