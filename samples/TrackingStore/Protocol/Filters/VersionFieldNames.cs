using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>The fields of a version of a model, as filters and orders name them.</summary>
internal static class VersionFieldNames
{
    /// <summary>The field that an identifier names; null for an attribute that versions do not have.</summary>
    public static VersionField? Resolve(Token identifier)
    {
        var (entity, key) = FieldName.Of(identifier);
        if (FieldName.IsTag(entity)) return new VersionField(VersionProperty.Tag, key);
        return key switch
        {
            "name" => new VersionField(VersionProperty.Name),
            "version_number" => new VersionField(VersionProperty.Number),
            "run_id" => new VersionField(VersionProperty.RunId),
            "source_path" => new VersionField(VersionProperty.Source),
            "creation_timestamp" => new VersionField(VersionProperty.CreationTime),
            "last_updated_timestamp" => new VersionField(VersionProperty.LastUpdateTime),
            _ => null,
        };
    }
}
