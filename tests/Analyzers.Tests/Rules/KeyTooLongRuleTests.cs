namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTooLongRuleTests
{
    [Fact]
    public Task Key_WhoseDeclaredLengthsAreTooMuch_IsReported() => DesignRule.ReportsAsync(
        """
        [DynamoTable("pages"), {|DTK1041:PartitionKey("PAGE#{Url}")|}, SortKey("{Title}")]
        [{|DTK1041:GlobalIndex("byTitle", "{Site}", "{Title}#{Site}")|}]
        public sealed partial class Page
        {
            [MaxLength(2044)]
            public required string Url { get; init; }

            [MaxLength(1024)]
            public required string Title { get; init; }

            [MaxLength(10)]
            public required string Site { get; init; }
        }

        [DynamoTable("links")]
        public sealed partial class Link
        {
            [PartitionKey, StringLength(2049)]
            public required string {|DTK1041:Url|} { get; init; }
        }
        """);

    [Fact]
    public Task Key_AtTheLimitOrWithoutLengths_IsAllowed() => DesignRule.AllowsAsync(
        """
        [DynamoTable("pages"), PartitionKey("PAGE#{Url}"), SortKey("{Title}")]
        public sealed partial class Page
        {
            [MaxLength(2043)]
            public required string Url { get; init; }

            [MaxLength(1024)]
            public required string Title { get; init; }
        }

        [DynamoTable("links"), PartitionKey("{Url}")]
        public sealed partial record Link(string Url);
        """);
}
