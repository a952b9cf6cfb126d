namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TemplateMemberTypeRuleTests
{
    [Fact]
    public Task Member_WithoutKeyText_IsReportedInTheTemplate() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey({|DTK1008:"A#{Amount}"|}), SortKey({|DTK1008:"{Hash}#{Number}"|})]
        [GlobalIndex("byTags", {|DTK1008:"{Tags}#"|})]
        public sealed partial class A
        {
            public decimal Amount { get; init; }

            public required byte[] Hash { get; init; }

            public List<string> Tags { get; set; } = [];

            public int Number { get; init; }
        }
        """);

    [Fact]
    public Task Member_WithKeyText_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("{Flag}{Number}{Id}{Day}#{At}"), SortKey("{Amount}")]
        public sealed partial class A
        {
            public bool Flag { get; init; }

            public ushort Number { get; init; }

            public Guid Id { get; init; }

            public DayOfWeek Day { get; init; }

            public DateTimeOffset At { get; init; }

            public decimal Amount { get; init; }
        }
        """);
}
