namespace DynamoToolkit.Protocol;

/// <summary>The service's description of a secondary index.</summary>
internal sealed record IndexDescription
{
    public string Name { get; init; } = "";

    /// <summary>Empty for local indexes, which have no status of their own.</summary>
    public string Status { get; init; } = "";

    public IndexKind Kind { get; init; }

    public IReadOnlyList<KeyModel> Partition { get; init; } = [];

    public IReadOnlyList<KeyModel> Sort { get; init; } = [];

    public IndexProjection Projection { get; init; }

    public IReadOnlyList<string> IncludedAttributes { get; init; } = [];

    public bool IsActive => Status is "" or "ACTIVE";
}
