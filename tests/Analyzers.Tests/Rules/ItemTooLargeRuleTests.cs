namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ItemTooLargeRuleTests
{
    [Fact]
    public Task Item_WhoseDeclaredLengthsAreTooMuch_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("pages"), PartitionKey("{Id}")]
        public sealed partial class {|DTK3020:Page|}
        {
            public required string Id { get; init; }

            [MaxLength(300_000)]
            public string? Text { get; set; }

            [StringLength(120_000)]
            public string? Notes { get; set; }
        }
        """);

    [Fact]
    public Task Item_WithinTheLimit_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("pages"), PartitionKey("{Id}")]
        public sealed partial class Page
        {
            public required string Id { get; init; }

            [MaxLength(300_000)]
            public string? Text { get; set; }

            [MaxLength(100_000)]
            public List<string>? Lines { get; set; }

            public string? Notes { get; set; }
        }
        """);
}
