using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TableAndMapRuleTests
{
    [Fact]
    public Task Map_ThatIsATableByMistake_IsReportedAlone_AlsoWhereItIsAMember() => Rule.ReportsAsync(
        """
        [DynamoTable("runs"), PartitionKey("RUN#{Id}")]
        public sealed partial class Run
        {
            public required string Id { get; init; }

            public Size Size { get; set; } = new();

            public List<Size> Sizes { get; set; } = [];
        }

        [DynamoMap, DynamoTable("sizes")]
        public sealed partial class {|DTK0004:Size|}
        {
            public int Width { get; set; }
        }
        """);

    [Fact]
    public Task Type_WithBothAttributes_IsReportedAndKeepsTheTable() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        /// <summary>A run.</summary>
        [DynamoMap]
        [DynamoTable("runs")]
        public sealed partial class {|DTK0004:Run|}
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("steps"), DynamoMap]
        public sealed partial class {|DTK0004:Step|}
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """,
        """
        /// <summary>A run.</summary>
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("steps")]
        public sealed partial class Step
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task ItemType_InsideAnotherItem_BreaksAnotherRule() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Step? {|DTK0043:Last|} { get; set; }
        }

        [DynamoTable("steps")]
        public sealed partial class Step
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """);
}
