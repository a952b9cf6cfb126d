namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTypeNotSupportedRuleTests
{
    [Fact]
    public Task Key_OfTableOrIndex_IsReportedAtTheMember() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey("{Tags}")]
        [GlobalIndex("byFlag", "{Flag}", "Parts")]
        public sealed partial class A
        {
            [PartitionKey]
            public required bool {|DTK1004:Id|} { get; init; }

            public required HashSet<string> {|DTK1004:Tags|} { get; init; }

            public bool {|DTK1004:Flag|} { get; set; }

            public Dictionary<string, string>? {|DTK1004:Parts|} { get; set; }
        }
        """);

    [Fact]
    public Task Key_ThatIsStringNumberOrBytes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [SortKey("{Amount}")]
        [GlobalIndex("byFlag", "FLAG#{Flag}", "{Hash}")]
        [GlobalIndex("byDay", "{Day}", "At")]
        public sealed partial class A
        {
            [PartitionKey]
            public required Guid Id { get; init; }

            public decimal Amount { get; init; }

            public bool Flag { get; set; }

            public byte[]? Hash { get; set; }

            public DayOfWeek Day { get; set; }

            public TimeSpan? At { get; set; }
        }
        """);
}
