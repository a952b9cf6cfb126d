using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralStampsRuleTests
{
    [Fact]
    public Task Second_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [ConcurrencyToken]
            public int A { get; set; }

            [{|DTK0081:ConcurrencyToken|}]
            public int B { get; set; }

            [CreatedAt]
            public long C { get; set; }

            [UpdatedAt]
            public long D { get; set; }

            [DynamoAttribute("e"), {|DTK0081:UpdatedAt|}]
            public long E { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [ConcurrencyToken]
            public int A { get; set; }

            public int B { get; set; }

            [CreatedAt]
            public long C { get; set; }

            [UpdatedAt]
            public long D { get; set; }

            [DynamoAttribute("e")]
            public long E { get; set; }
        }
        """);
}
