using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralTimesToLiveRuleTests
{
    [Fact]
    public Task TimeToLive_AfterTheFirst_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? A { get; set; }

            [TimeToLive]
            public DateTimeOffset? {|DTK0009:B|} { get; set; }

            [DynamoAttribute("c"), TimeToLive]
            public long? {|DTK0009:C|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? A { get; set; }

            public DateTimeOffset? B { get; set; }

            [DynamoAttribute("c")]
            public long? C { get; set; }
        }
        """);

    [Fact]
    public Task TimeToLive_ThatIsTheOnlyOne_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? A { get; set; }
        }
        """);
}
