using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MemberNotAssignableRuleTests
{
    [Fact]
    public Task Property_WithAGetterOnly_IsReportedAndGetsInit() => Rule.FixesAsync<MemberNotAssignableFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public long {|DTK0007:StartTime|} { get; }

            public string {|DTK0007:Name|} { get; } = "";
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public long StartTime { get; init; }

            public string Name { get; init; } = "";
        }
        """);

    [Fact]
    public Task Field_ThatIsReadOnly_GetsNoFix() => Rule.OffersNothingAsync<MemberNotAssignableFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("n")]
            public readonly int {|DTK0007:Number|};
        }
        """);

    [Fact]
    public Task Member_ThatIsComputedOrAParameter_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run(string id, long startTime)
        {
            [PartitionKey]
            public string Id { get; } = id;

            public long StartTime { get; } = startTime;

            public string Title => $"Run {Id}";
        }
        """);
}
