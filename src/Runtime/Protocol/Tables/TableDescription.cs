namespace DynamoToolkit.Protocol;

/// <summary>The service's description of a table.</summary>
internal sealed record TableDescription
{
    public string Status { get; init; } = "";

    public IReadOnlyList<KeyModel> Partition { get; init; } = [];

    public IReadOnlyList<KeyModel> Sort { get; init; } = [];

    public IReadOnlyList<IndexDescription> Indexes { get; init; } = [];

    /// <summary>What the table's stream shows; null if it has no enabled stream.</summary>
    public string? StreamView { get; init; }

    public bool IsActive => Status is "ACTIVE";
}
