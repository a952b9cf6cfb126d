namespace DynamoToolkit.Protocol;

/// <summary>The service's description of a table.</summary>
internal sealed record TableDescription
{
    public string Status { get; init; } = "";

    public IReadOnlyList<KeyModel> Partition { get; init; } = [];

    public IReadOnlyList<KeyModel> Sort { get; init; } = [];

    public IReadOnlyList<IndexDescription> Indexes { get; init; } = [];

    public bool IsActive => Status is "ACTIVE";
}
