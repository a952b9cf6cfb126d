using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralSortKeysRuleTests
{
    [Fact]
    public Task Key_AfterTheFirst_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string One { get; init; }

            [SortKey, DynamoAttribute("2")]
            public required string {|DTK1003:Two|} { get; init; }

            [DynamoAttribute("3")]
            [SortKey]
            public required string {|DTK1003:Three|} { get; init; }
        }
        """,
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string One { get; init; }

            [DynamoAttribute("2")]
            public required string Two { get; init; }

            [DynamoAttribute("3")]
            public required string Three { get; init; }
        }
        """);

    [Fact]
    public Task Key_BesideATemplate_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A")]
        [SortKey("A#{One}")]
        public sealed partial class A
        {
            [SortKey]
            public required string {|DTK1003:One|} { get; init; }
        }
        """);

    [Fact]
    public Task Template_OfSeveralMembers_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A"), SortKey("{One}#{Two}")]
        public sealed partial class A
        {
            public required string One { get; init; }

            public required string Two { get; init; }
        }
        """);
}
