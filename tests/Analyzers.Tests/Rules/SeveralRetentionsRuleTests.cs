namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralRetentionsRuleTests
{
    [Fact]
    public Task Type_WithTwoDurations_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("traces"), Retention("trace", Days = 30)]
        public sealed partial class Trace
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0112:TimeToLive(Days = 30)|}]
            public DateTimeOffset? Until { get; set; }
        }
        """);
}
