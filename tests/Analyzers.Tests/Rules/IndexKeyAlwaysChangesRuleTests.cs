namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexKeyAlwaysChangesRuleTests
{
    [Fact]
    public Task IndexKey_OfTheTimeOfChange_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), GlobalIndex("recent", "{Author}", "{ChangedAt}")]
        public sealed partial class Post
        {
            public required string Id { get; init; }

            public required string Author { get; init; }

            [UpdatedAt]
            public DateTimeOffset {|DTK3022:ChangedAt|} { get; set; }
        }
        """);

    [Fact]
    public Task IndexKey_OfTheTimeOfCreation_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("posts"), PartitionKey("{Id}"), GlobalIndex("recent", "{Author}", "{MadeAt}")]
        public sealed partial class Post
        {
            public required string Id { get; init; }

            public required string Author { get; init; }

            [CreatedAt]
            public DateTimeOffset MadeAt { get; set; }

            [UpdatedAt]
            public DateTimeOffset ChangedAt { get; set; }
        }
        """);
}
