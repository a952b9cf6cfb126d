using TrackingStore.Protocol;

namespace TrackingStore.Search;

/// <summary>A field that a filter or order entry names: <c>metrics.loss</c>, or an attribute alone.</summary>
internal readonly record struct FieldName(EntityKind Entity, string Key)
{
    /// <summary>Reads a field of a run.</summary>
    public static FieldName OfRun(Token identifier)
    {
        var (entity, key) = Split(identifier);
        return new FieldName(entity switch
        {
            null or "attribute" or "attributes" or "attr" or "run" => EntityKind.Attribute,
            "metric" or "metrics" => EntityKind.Metric,
            "param" or "params" or "parameter" or "parameters" => EntityKind.Parameter,
            "tag" or "tags" => EntityKind.Tag,
            "dataset" or "datasets" => EntityKind.Dataset,
            _ => throw MlflowException.Invalid(
                $"Invalid entity type '{entity}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']"),
        }, key);
    }

    /// <summary>Reads a field of an experiment.</summary>
    public static FieldName OfExperiment(Token identifier)
    {
        var (entity, key) = Split(identifier);
        return new FieldName(entity switch
        {
            null or "attribute" => EntityKind.Attribute,
            "tag" or "tags" => EntityKind.Tag,
            _ => throw MlflowException.Invalid($"Invalid entity type '{entity}'. Valid entity types are ['attribute', 'tag', 'tags']"),
        }, key);
    }

    private static (string? Entity, string Key) Split(Token identifier)
    {
        var dot = identifier.Source[0] is '`' or '"' ? -1 : identifier.Text.IndexOf('.');
        return dot < 0 ? (null, identifier.Text) : (identifier.Text[..dot], identifier.Text[(dot + 1)..]);
    }
}
