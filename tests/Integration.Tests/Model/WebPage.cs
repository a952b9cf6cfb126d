namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A page that many people look at.</summary>
[DynamoTable("pages")]
[PartitionKey("PAGE#{Url}"), SortKey("META")]
public sealed partial class WebPage
{
    public required string Url { get; init; }

    public string? Title { get; set; }

    [ShardedCounter(8)]
    public long Views { get; set; }

    [ShardedCounter(2), DynamoAttribute("earned#%")]
    public decimal Earned { get; set; }
}
