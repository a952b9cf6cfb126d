using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyArgumentOnMemberRuleTests
{
    [Fact]
    public Task Argument_OnAMember_IsReportedAndRemoved() => Rule.FixesAsync<KeyArgumentOnMemberFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [{|DTK1016:PartitionKey("A#{Id}")|}]
            public required string Id { get; init; }

            [DynamoAttribute("n"), {|DTK1016:SortKey(AttributeName = "sk")|}]
            public int Number { get; init; }
        }
        """,
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("n"), SortKey]
            public int Number { get; init; }
        }
        """);

    [Fact]
    public Task Argument_OnTheType_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A#{Id}", AttributeName = "hash")]
        public sealed partial class A
        {
            public required string Id { get; init; }

            [SortKey]
            public int Number { get; init; }
        }
        """);
}
