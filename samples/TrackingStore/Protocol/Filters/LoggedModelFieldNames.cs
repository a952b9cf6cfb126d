using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>The fields of a logged model, as filters and orders name them.</summary>
internal static class LoggedModelFieldNames
{
    private const string ValidAttributes =
        "'creation_timestamp', 'last_updated_timestamp', 'model_id', 'model_type', 'name', 'source_run_id', 'status'";

    /// <summary>The attribute of a name; null if logged models have none with it.</summary>
    public static LoggedModelProperty? AttributeOf(string name) => name switch
    {
        "model_id" => LoggedModelProperty.Id,
        "name" => LoggedModelProperty.Name,
        "model_type" => LoggedModelProperty.Type,
        "status" => LoggedModelProperty.Status,
        "source_run_id" => LoggedModelProperty.SourceRunId,
        "creation_time" or "creation_timestamp" or "creation_timestamp_ms" => LoggedModelProperty.CreationTime,
        "last_updated_time" or "last_updated_timestamp" or "last_updated_timestamp_ms" => LoggedModelProperty.LastUpdateTime,
        _ => null,
    };

    /// <summary>The field that an identifier of a filter names.</summary>
    public static LoggedModelField Resolve(Token identifier)
    {
        var (entity, key) = FieldName.Of(identifier);
        return entity switch
        {
            null or "attributes" or "attribute" => new LoggedModelField(AttributeOf(key)
                ?? throw MlflowException.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '[{ValidAttributes}]'")),
            "metrics" => new LoggedModelField(LoggedModelProperty.Metric, key),
            "params" => new LoggedModelField(LoggedModelProperty.Param, key),
            "tags" => new LoggedModelField(LoggedModelProperty.Tag, key),
            _ => throw MlflowException.Invalid(
                $"Invalid entity type: '{entity}'. Expected one of ['attributes', 'metrics', 'params', 'tags']."),
        };
    }
}
