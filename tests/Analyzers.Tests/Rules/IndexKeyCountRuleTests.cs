namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexKeyCountRuleTests
{
    [Fact]
    public Task Key_WithoutOrWithTooManyAttributes_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [{|DTK1013:GlobalIndex("none", [], ["{B}"])|}]
        [{|DTK1013:GlobalIndex("five", ["{A}"], ["{B}", "{C}", "{D}", "{E}", "{Id}"])|}]
        public sealed partial class A1
        {
            [PartitionKey]
            public required string Id { get; init; }

            public int A { get; set; }

            public int B { get; set; }

            public int C { get; set; }

            public int D { get; set; }

            public int E { get; set; }
        }
        """);

    [Fact]
    public Task Key_OfOneToFourAttributes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [GlobalIndex("one", ["{A}"], [])]
        [GlobalIndex("two", ["{A}", "{B}"], ["{C}", "{D}", "{E}", "{Id}"])]
        public sealed partial class A1
        {
            [PartitionKey]
            public required string Id { get; init; }

            public int A { get; set; }

            public int B { get; set; }

            public int C { get; set; }

            public int D { get; set; }

            public int E { get; set; }
        }
        """);
}
