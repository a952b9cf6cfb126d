namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberUnboundedRuleTests
{
    [Fact]
    public Task Member_OfABusyType_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 50)]
        public sealed partial class Post
        {
            public required string Id { get; init; }

            public List<string> {|DTK3021:Likes|} { get; set; } = [];

            public byte[]? {|DTK3021:Picture|} { get; set; }

            [MaxLength(10)]
            public List<string> Tags { get; set; } = [];
        }
        """);

    [Fact]
    public Task Member_WithoutALoadOrWithAStatedSize_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), Workload(PeakWritesPerSecond = 50, ItemBytes = 700)]
        public sealed partial class Post
        {
            public required string Id { get; init; }

            public List<string> Likes { get; set; } = [];
        }

        [DynamoTable("notes"), PartitionKey("{Id}")]
        public sealed partial class Note
        {
            public required string Id { get; init; }

            public List<string> Likes { get; set; } = [];
        }
        """);
}
