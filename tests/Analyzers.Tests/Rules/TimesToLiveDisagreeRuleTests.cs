namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TimesToLiveDisagreeRuleTests
{
    [Fact]
    public Task TimeToLive_InAnotherAttribute_IsReportedAtTheLaterType() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? ExpiresAt { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("C#{Id}")]
        public sealed partial class C
        {
            public required string Id { get; init; }

            [TimeToLive]
            public long? {|DTK1024:Until|} { get; set; }
        }
        """);

    [Fact]
    public Task TimeToLive_InOneAttribute_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            [TimeToLive, DynamoAttribute("ttl")]
            public DateTimeOffset? ExpiresAt { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("C#{Id}")]
        public sealed partial class C
        {
            public required string Id { get; init; }

            [TimeToLive, DynamoAttribute("ttl")]
            public long? Until { get; set; }
        }
        """);
}
