using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>The fields of an experiment, as filters and orders name them.</summary>
internal static class ExperimentFieldNames
{
    /// <summary>The field that an identifier names; null for an attribute that experiments do not have.</summary>
    public static ExperimentField? Resolve(Token identifier)
    {
        var (entity, key) = FieldName.Of(identifier);
        if (FieldName.IsTag(entity)) return new ExperimentField(ExperimentProperty.Tag, key);
        return AttributeOf(key) is { } property ? new ExperimentField(property) : null;
    }

    private static ExperimentProperty? AttributeOf(string key) => key switch
    {
        "experiment_id" => ExperimentProperty.Id,
        "name" => ExperimentProperty.Name,
        "creation_time" => ExperimentProperty.CreationTime,
        "last_update_time" => ExperimentProperty.LastUpdateTime,
        _ => null,
    };
}
