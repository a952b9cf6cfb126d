namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RetentionsDisagreeRuleTests
{
    [Fact]
    public Task Name_WithTwoDurations_IsReported() => Rule.ReportsAsync(Model("{|DTK0114:Retention(\"r\", Days = 2)|}"));

    [Fact]
    public Task Name_WithOneDuration_IsFine() => Rule.AllowsAsync(Model("Retention(\"r\", Hours = 24)"));

    private static string Model(string retention) => $$"""
        [DynamoTable("table-a"), Retention("r", Days = 1)]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; set; }
        }

        [DynamoTable("table-b"), {{retention}}]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; set; }
        }
        """;
}
