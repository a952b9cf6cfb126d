namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Lists and dictionaries whose elements may be null or empty sets.</summary>
[DynamoTable("shelves")]
public sealed partial record Shelf
{
    [PartitionKey]
    public required string Id { get; init; }

    public List<string?>? Titles { get; init; }

    public List<int?>? Years { get; init; }

    public List<bool?>? Lent { get; init; }

    public List<Place?>? Places { get; init; }

    public List<HashSet<string>>? Subjects { get; init; }

    public List<string>? Names { get; init; }

    public Dictionary<string, string?>? Notes { get; init; }

    public Dictionary<string, string>? Labels { get; init; }

    public Dictionary<int, int?>? Counts { get; init; }

    public Dictionary<string, HashSet<string>>? Words { get; init; }

    public Dictionary<string, Place?>? Rooms { get; init; }

    public Dictionary<int, List<int>?>? Rows { get; init; }

    public Dictionary<string, Place>? Halls { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public int? Rank { get; init; }

    public RunStatus? Status { get; init; }

    public bool? Open { get; init; }

    public string? Owner { get; init; }
}
