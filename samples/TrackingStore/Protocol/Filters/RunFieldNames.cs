using TrackingStore.Search;

namespace TrackingStore.Protocol.Filters;

/// <summary>The fields of a run, as filters and orders name them.</summary>
internal static class RunFieldNames
{
    private static readonly (string Name, RunProperty Property)[] Attributes =
    [
        ("artifact_uri", RunProperty.ArtifactUri),
        ("end_time", RunProperty.EndTime),
        ("run_id", RunProperty.Id),
        ("run_name", RunProperty.Name),
        ("start_time", RunProperty.StartTime),
        ("status", RunProperty.Status),
        ("user_id", RunProperty.UserId),
    ];

    /// <summary>Whether an identifier names a field of a data set.</summary>
    public static bool IsDataset(Token identifier) => FieldName.Of(identifier).Entity is "dataset" or "datasets";

    /// <summary>The field that an identifier names.</summary>
    public static RunField Resolve(Token identifier)
    {
        var (entity, key) = FieldName.Of(identifier);
        return entity switch
        {
            null or "attribute" or "attributes" or "attr" or "run" => new RunField(AttributeOf(key)),
            "metric" or "metrics" => new RunField(RunProperty.Metric, key),
            "param" or "params" or "parameter" or "parameters" => new RunField(RunProperty.Param, key),
            "tag" or "tags" => new RunField(RunProperty.Tag, key),
            "dataset" or "datasets" => new RunField(DatasetOf(key)),
            _ => throw MlflowException.Invalid(
                $"Invalid entity type '{entity}'. Valid values are ['metric', 'parameter', 'tag', 'attribute', 'dataset']"),
        };
    }

    /// <summary>The name of an attribute.</summary>
    public static string NameOf(RunProperty attribute) => Attributes.First(a => a.Property == attribute).Name;

    private static RunProperty AttributeOf(string key)
    {
        var name = key switch
        {
            "run name" or "Run name" or "Run Name" => "run_name",
            "created" or "Created" => "start_time",
            _ => key,
        };
        foreach (var attribute in Attributes)
            if (attribute.Name == name) return attribute.Property;

        var valid = string.Join(", ", Attributes.Select(a => $"'{a.Name}'"));
        throw MlflowException.Invalid($"Invalid attribute key '{key}' specified. Valid keys are '[{valid}]'");
    }

    private static RunProperty DatasetOf(string key) => key switch
    {
        "name" => RunProperty.DatasetName,
        "digest" => RunProperty.DatasetDigest,
        "context" => RunProperty.DatasetContext,
        _ => throw MlflowException.Invalid($"Invalid dataset key '{key}' specified. Valid keys are '['context', 'digest', 'name']'"),
    };
}
