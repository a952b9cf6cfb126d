using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>Reads the order of a search of runs.</summary>
internal static class RunOrderParser
{
    /// <summary>Reads an order; without entries it is the newest first.</summary>
    public static RunOrder Parse(IReadOnlyList<string> orderBy) => new(OrderByParser.Parse(orderBy, FieldOf));

    private static RunField FieldOf(Token identifier) => RunFieldNames.IsDataset(identifier)
        ? throw MlflowException.Invalid($"Invalid ordering key '{identifier.Source}': data sets can not be sorted by.")
        : RunFieldNames.Resolve(identifier);
}
