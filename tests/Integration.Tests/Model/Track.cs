namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A class with setters, a token, a unique value, a time to live, and two indexed texts.</summary>
[DynamoTable("persons")]
[PartitionKey("TRACK#{Id}"), SortKey("TRACK")]
public sealed partial class Track
{
    public required string Id { get; init; }

    [Unique]
    public string? Isrc { get; set; }

    [TrigramIndexed]
    public string Title { get; set; } = "";

    [TrigramIndexed(Scope = [nameof(Label)], Name = "artist")]
    public string? Artist { get; set; }

    public string? Label { get; set; }

    public int Plays { get; set; }

    [ConcurrencyToken]
    public int? Token { get; private set; }

    [TimeToLive]
    public DateTimeOffset? Expires { get; set; }
}
