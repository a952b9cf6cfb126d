using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyCanBeEmptyRuleTests
{
    [Fact]
    public Task Key_ThatBeginsEmpty_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("tasks")]
        public sealed partial class Work
        {
            [PartitionKey]
            public string {|DTK1040:Id|} { get; set; } = "";

            [SortKey]
            public string {|DTK1040:Name|} { get; set; } = string.Empty;
        }
        """);

    [Fact]
    public Task Key_WithTextAroundItOrAValue_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("tasks"), PartitionKey("TASK#{Id}")]
        public sealed partial class Work
        {
            public string Id { get; set; } = "";

            [SortKey]
            public string Name { get; set; } = "none";
        }

        [DynamoTable("jobs")]
        public sealed partial class Job
        {
            [PartitionKey]
            public required string Id { get; set; }

            public string Name { get; set; } = "";
        }
        """);

    [Fact]
    public Task Key_IsMadeRequiredByTheFix() => DesignRule.FixesAsync<KeyCanBeEmptyFixer>(
        """
        [DynamoTable("tasks")]
        public sealed partial class Work
        {
            [PartitionKey]
            public string {|DTK1040:Id|} { get; set; } = "";

            [SortKey]
            public required string {|DTK1040:Name|} { get; set; } = string.Empty;
        }
        """,
        """
        [DynamoTable("tasks")]
        public sealed partial class Work
        {
            [PartitionKey]
            public required string Id { get; set; }

            [SortKey]
            public required string Name { get; set; }
        }
        """);
}
