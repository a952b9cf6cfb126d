using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralPartitionKeysRuleTests
{
    [Fact]
    public Task Key_AfterTheFirst_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string One { get; init; }

            [PartitionKey, DynamoAttribute("2")]
            public required string {|DTK1002:Two|} { get; init; }

            [DynamoAttribute("3")]
            [PartitionKey]
            public required string {|DTK1002:Three|} { get; init; }
        }
        """,
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
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
        [PartitionKey("A#{One}")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string {|DTK1002:One|} { get; init; }
        }
        """);

    [Fact]
    public Task Template_OfSeveralMembers_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("{One}#{Two}")]
        public sealed partial class A
        {
            public required string One { get; init; }

            public required string Two { get; init; }
        }
        """);
}
