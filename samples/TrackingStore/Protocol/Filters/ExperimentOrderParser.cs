using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the order of a search of experiments.</summary>
internal static class ExperimentOrderParser
{
    /// <summary>Reads an order; without entries it is the newest first.</summary>
    public static ExperimentOrder Parse(IReadOnlyList<string> orderBy) => new(OrderByParser.Parse(orderBy, FieldOf));

    private static ExperimentField FieldOf(Token identifier) =>
        ExperimentFieldNames.Resolve(identifier) is { Property: not ExperimentProperty.Tag } field
            ? field
            : throw OrderByParser.UnknownAttribute(identifier, "'creation_time', 'experiment_id', 'last_update_time', 'name'");
}
