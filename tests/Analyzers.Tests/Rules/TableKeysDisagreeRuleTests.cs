namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TableKeysDisagreeRuleTests
{
    [Fact]
    public Task Keys_OfAnotherNameTypeOrNumber_AreReportedAtTheLaterTypes() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        public sealed partial class {|DTK1021:OtherName|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sk { get; init; }
        }

        [DynamoTable("table-t")]
        public sealed partial class {|DTK1021:OtherType|}
        {
            [PartitionKey]
            public required string Pk { get; init; }

            [SortKey]
            public required int Sk { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        public sealed partial class {|DTK1021:Without|}
        {
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Keys_ThatAgreeOrAreOfOtherTables_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        public sealed partial class B
        {
            [PartitionKey]
            public required string Pk { get; init; }

            [SortKey, DynamoAttribute("sk")]
            public DateTimeOffset At { get; init; }
        }

        [DynamoTable("other")]
        public sealed partial class C
        {
            [PartitionKey]
            public required int Id { get; init; }
        }
        """);
}
