using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DefaultValueTypeRuleTests
{
    [Fact]
    public Task Default_OfAnotherType_IsReportedAndRemoved() => Rule.FixesAsync<DefaultValueTypeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault("three")]
            public int {|DTK0019:Attempts|} { get; set; }

            [DynamoDefault(1), DynamoAttribute("n")]
            public string? {|DTK0019:Name|} { get; set; }

            [DynamoDefault(null)]
            public bool {|DTK0019:Flag|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public int Attempts { get; set; }

            [DynamoAttribute("n")]
            public string? Name { get; set; }

            public bool Flag { get; set; }
        }
        """);

    [Fact]
    public Task Default_ThatFitsOrCanBeParsed_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoDefault(3)]
            public long Attempts { get; set; }

            [DynamoDefault("none")]
            public string Name { get; set; } = "";

            [DynamoDefault("12.50")]
            public decimal Price { get; set; }

            [DynamoDefault(DayOfWeek.Monday)]
            public DayOfWeek? Day { get; set; }
        }
        """);
}
