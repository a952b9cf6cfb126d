namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RetentionsDisagreeRuleTests
{
    [Fact]
    public Task Name_WithTwoDurations_IsReported() => Rule.ReportsAsync(Model("{|DTK0114:B|}", "Days = 2"));

    [Fact]
    public Task Name_WithOneDuration_IsFine() => Rule.AllowsAsync(Model("B", "Hours = 24"));

    private static string Model(string name, string duration) => $$"""
        [DynamoTable("table-a"), Retention("r", Days = 1)]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; set; }
        }

        [DynamoTable("table-b"), Retention("r", {{duration}})]
        public sealed partial class {{name}}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; set; }
        }
        """;
}
