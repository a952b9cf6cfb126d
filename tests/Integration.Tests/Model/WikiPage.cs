namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A class whose versions are kept, many items in one partition, with the version at the end of a template.</summary>
[DynamoTable("wiki"), VersionControlled(LatestVersionAttributeName = "latest")]
[PartitionKey("SITE#{Site}"), SortKey("PAGE#{Path}#V{Version}.")]
[GlobalIndex("byAuthor", "AUTHOR#{Author}", "{Path}")]
public sealed partial class WikiPage
{
    public required string Site { get; init; }

    public required string Path { get; init; }

    [Version]
    public long Version { get; private set; }

    [LatestOnly]
    public string FirstTitle { get; set; } = "";

    public string Title { get; set; } = "";

    [UpdatedBy]
    public string? Author { get; private set; }

    [DynamoExtra]
    public ExtraAttributes? Extra { get; set; }
}
