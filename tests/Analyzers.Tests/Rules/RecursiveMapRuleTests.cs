namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RecursiveMapRuleTests
{
    [Fact]
    public Task Type_ThatHoldsItselfByWayOfAnother_IsReportedAtBoth() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Folder? Root { get; set; }
        }

        [DynamoMap]
        public sealed partial class Folder
        {
            public Dictionary<string, Entry> {|DTK0016:Entries|} { get; set; } = [];
        }

        [DynamoMap]
        public partial struct Entry
        {
            public Folder? {|DTK0016:Folder|} { get; set; }

            public long Size { get; set; }
        }
        """);

    [Fact]
    public Task Type_UsedTwiceSideBySide_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Point? From { get; set; }

            public Point? To { get; set; }
        }

        [DynamoMap]
        public partial record struct Point(int X, int Y);
        """);
}
