namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class LowCardinalityKeyRuleTests
{
    [Fact]
    public Task Number_OfABaseClass_CountsForTheTypesBelow() => DesignRule.ReportsAsync(
        """
        [{|DTK3001:PartitionKey("KIND#{Kind}")|}, SortKey("{Id}"), Cardinality(5_000)]
        public abstract class Base
        {
            public required string Kind { get; init; }
            public DayOfWeek Day { get; init; }
            public Guid Id { get; init; }
        }

        [DynamoTable("aaa")]
        public sealed partial class A : Base;

        [DynamoTable("bbb"), Cardinality(5)]
        public sealed partial class B : Base;

        [DynamoTable("ccc"), {|DTK3001:PartitionKey("DAY#{Day}")|}, Cardinality(7)]
        public sealed partial class C : Base;
        """);

    [Fact]
    public Task Key_OfABooleanAnEnumOrAStatus_IsReported() => DesignRule.ReportsAsync(
        """
        public enum Color { Red, Green }

        [DynamoTable("aaa"), {|DTK3001:PartitionKey("KIND#{Color}")|}]
        public sealed partial class A
        {
            public Color Color { get; init; }

            [SortKey]
            public required string Id { get; init; }
        }

        [DynamoTable("bbb"), {|DTK3001:PartitionKey("{IsOpen}#{Color}")|}, SortKey("{Id}")]
        public sealed partial record B(bool IsOpen, Color Color, Guid Id);

        [DynamoTable("ccc")]
        public sealed partial class C
        {
            [PartitionKey]
            public required string {|DTK3001:OrderStatus|} { get; init; }

            [SortKey]
            public required string Id { get; init; }
        }

        [DynamoTable("ddd")]
        public sealed partial class D
        {
            [PartitionKey, Cardinality(99)]
            public required string {|DTK3001:Shop|} { get; init; }

            [SortKey]
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Key_OfAnIdOrOfManyValues_IsAllowed() => DesignRule.AllowsAsync(
        """
        public enum Color { Red, Green }

        [Flags]
        public enum Bits { None, One, Two }

        [DynamoTable("aaa"), PartitionKey("{Id}#{Color}"), SortKey("{At}")]
        public sealed partial record A(Guid Id, Color Color, DateTimeOffset At);

        [DynamoTable("bbb"), PartitionKey("{UserId}"), SortKey("{At}")]
        public sealed partial record B(string UserId, DateTimeOffset At);

        [DynamoTable("ccc"), PartitionKey("{Bits}"), SortKey("{At}")]
        public sealed partial record C(Bits Bits, DateTimeOffset At);

        [DynamoTable("ddd"), PartitionKey("{Status}"), SortKey("{At}")]
        public sealed partial record D([property: Cardinality(100)] string Status, DateTimeOffset At);

        [DynamoTable("eee"), PartitionKey("{Status}"), SortKey("{At}"), Cardinality(5000)]
        public sealed partial record E(string Status, DateTimeOffset At);

        [DynamoTable("settings"), PartitionKey("SETTING#{Color}")]
        public sealed partial record Setting(Color Color, string Value);
        """);

    [Fact]
    public Task Key_WithAStatedLoad_IsComputedInstead() => DesignRule.AllowsAsync(
        """
        public enum Color { Red, Green }

        [DynamoTable("aaa"), PartitionKey("{Color}"), SortKey("{Id}"), Workload(PeakWritesPerSecond = 20)]
        public sealed partial record A(Color Color, Guid Id);
        """);

    [Fact]
    public Task Threshold_IsThatOfTheConfiguration()
    {
        const string Source = """
            [DynamoTable("aaa"), {0}, SortKey("{Id}")]
            public sealed partial record A([property: Cardinality(50)] string Shop, Guid Id);
            """;
        return Task.WhenAll(
            DesignRule.ReportsAsync(
                Source.Replace("{0}", "{|DTK3001:PartitionKey(\"{Shop}\")|}", StringComparison.Ordinal), ("few_keys", "51")),
            DesignRule.AllowsAsync(Source.Replace("{0}", "PartitionKey(\"{Shop}\")", StringComparison.Ordinal), ("few_keys", "50")),
            DesignRule.ReportsAsync(
                Source.Replace("{0}", "{|DTK3001:PartitionKey(\"{Shop}\")|}", StringComparison.Ordinal), ("few_keys", "nonsense")));
    }

    [Fact]
    public Task Message_NamesCountCauseAndGrowth() => DesignRule.SaysAsync(
        """
        public enum Color { Red, Green }

        [DynamoTable("aaa"), PartitionKey("{Color}"), SortKey("{At}")]
        public sealed partial record A(Color Color, DateTimeOffset At);
        """,
        "Items of 'A' share 2 partition keys because of 'Color', and each may throttle above about 1,000 write units a second, "
        + "and the growing sort key keeps DynamoDB from splitting it; add a member with many values to the key, "
        + "or state the load with [Workload]");
}
