namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RetentionWithoutMemberRuleTests
{
    [Fact]
    public Task Type_WithoutATimeToLive_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("traces"), {|DTK0111:Retention("trace", Days = 30)|}]
        public sealed partial class Trace
        {
            [PartitionKey]
            public required string Id { get; init; }

            public DateTimeOffset? Until { get; set; }
        }
        """);
}
