namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyNameTakenRuleTests
{
    [Fact]
    public Task Key_InTheAttributeOfAMemberOrAnotherKey_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [{|DTK1015:PartitionKey("A#{Id}")|}]
        [GlobalIndex("one", "ONE#{Id}", PartitionAttributeName = "shared")]
        [{|DTK1015:GlobalIndex("two", "TWO#{Id}", PartitionAttributeName = "shared")|}]
        public sealed partial class A
        {
            public required string Id { get; init; }

            public string? Pk { get; set; }
        }
        """);

    [Fact]
    public Task Key_ThatIsTheSameInTwoIndexes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A#{Id}")]
        [GlobalIndex("one", "ONE#{Id}", "{Number}", PartitionAttributeName = "shared")]
        [GlobalIndex("two", "ONE#{Id}", "{At}", PartitionAttributeName = "shared")]
        public sealed partial class A
        {
            public required string Id { get; init; }

            public int Number { get; set; }

            public DateTimeOffset At { get; set; }
        }
        """);

    [Fact]
    public Task Name_ThatHoldsTheNamesOfTypes_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a"), PartitionKey("A#{Id}"), DynamoType("a", AttributeName = "pk")]
        public sealed partial class {|DTK1015:A|}
        {
            public required string Id { get; init; }
        }
        """);
}
