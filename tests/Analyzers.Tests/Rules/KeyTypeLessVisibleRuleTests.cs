namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTypeLessVisibleRuleTests
{
    [Fact]
    public Task Type_OfAnyKeysMember_IsReported() => Rule.ReportsAsync(
        """
        internal enum Stage { Draft, Final }

        [DynamoTable("runs"), SortKey("STAGE#{Sort}"), GlobalIndex("byStage", "{Indexed}")]
        public sealed partial class Run
        {
            private enum Secret { One }

            [PartitionKey]
            private Secret {|DTK1026:Id|} { get; init; }

            [DynamoAttribute("sort")]
            internal Stage {|DTK1026:Sort|} { get; init; }

            [DynamoAttribute("indexed")]
            internal Stage? {|DTK1026:Indexed|} { get; init; }
        }
        """);

    [Fact]
    public Task Type_ThatIsAsVisibleOrInNoKey_IsAllowed() => Rule.AllowsAsync(
        """
        internal enum Stage { Draft, Final }

        [DynamoTable("runs"), SortKey("STAGE#{Stage}")]
        internal sealed partial class Draft
        {
            [PartitionKey]
            private string Id { get; init; } = "";

            public Stage Stage { get; init; }
        }

        [DynamoTable("runs"), SortKey("META")]
        public sealed partial class Run
        {
            private enum Secret { One }

            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("secret")]
            private Secret One { get; init; }

            [DynamoAttribute("stages")]
            internal Dictionary<Stage, Stage>? Stages { get; init; }
        }
        """);
}
