using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>The fields of a registered model, as filters and orders name them.</summary>
internal static class ModelFieldNames
{
    /// <summary>The field that an identifier names; null for an attribute that models do not have.</summary>
    public static ModelField? Resolve(Token identifier)
    {
        var (entity, key) = FieldName.Of(identifier);
        if (FieldName.IsTag(entity)) return new ModelField(ModelProperty.Tag, key);
        return key switch
        {
            "name" => new ModelField(ModelProperty.Name),
            "creation_timestamp" => new ModelField(ModelProperty.CreationTime),
            "last_updated_timestamp" or "timestamp" => new ModelField(ModelProperty.LastUpdateTime),
            _ => null,
        };
    }
}
