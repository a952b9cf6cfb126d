using TrackingStore.Protocol;
using TrackingStore.Search;

namespace TrackingStore.Pages.Runs;

/// <summary>The names of columns: those of MLflow's filters without quotes, so that nobody has to know which names need them.</summary>
internal static class ColumnNames
{
    /// <summary>The attributes that can be columns besides those that every table has.</summary>
    public static readonly IReadOnlyList<RunField> Attributes =
        [new(RunProperty.UserId), new(RunProperty.EndTime), new(RunProperty.Id), new(RunProperty.ArtifactUri)];

    /// <summary>The column of a name, such as <c>metrics.val loss</c>.</summary>
    /// <exception cref="MlflowException">The name is not one of a column.</exception>
    public static RunField Parse(string name)
    {
        var dot = name.IndexOf('.');
        var (entity, key) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
        return (entity, key) switch
        {
            ("metric" or "metrics", { Length: > 0 }) => new RunField(RunProperty.Metric, key),
            ("param" or "params", { Length: > 0 }) => new RunField(RunProperty.Param, key),
            ("tag" or "tags", { Length: > 0 }) => new RunField(RunProperty.Tag, key),
            ("attributes", _) when Attributes.Any(field => NameOf(field) == name) => Attributes.First(field => NameOf(field) == name),
            _ => throw MlflowException.Invalid(
                $"Invalid column '{name}'. A column is metrics.NAME, params.NAME or tags.NAME, or one of " +
                $"{string.Join(", ", Attributes.Select(NameOf))}."),
        };
    }

    /// <summary>The name of a column.</summary>
    public static string NameOf(RunField field) => field.Property switch
    {
        RunProperty.Metric => $"metrics.{field.Name}",
        RunProperty.Param => $"params.{field.Name}",
        RunProperty.Tag => $"tags.{field.Name}",
        RunProperty.UserId => "attributes.user_id",
        RunProperty.EndTime => "attributes.end_time",
        RunProperty.ArtifactUri => "attributes.artifact_uri",
        _ => "attributes.run_id",
    };

    /// <summary>What the heading of a column says.</summary>
    public static string HeadingOf(RunField field) => field.Property switch
    {
        RunProperty.UserId => "User",
        RunProperty.EndTime => "Ended",
        RunProperty.ArtifactUri => "Artifacts",
        RunProperty.Id => "Run id",
        _ => field.Name,
    };

    /// <summary>The key by which filters and orders name a column, quoted where they need that; null if no quotes fit.</summary>
    public static string? KeyOf(RunField field)
    {
        var name = NameOf(field);
        if (field.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '/')) return name;
        var entity = name[..(name.IndexOf('.') + 1)];
        return !field.Name.Contains('`') ? $"{entity}`{field.Name}`" : !field.Name.Contains('"') ? $"{entity}\"{field.Name}\"" : null;
    }
}
