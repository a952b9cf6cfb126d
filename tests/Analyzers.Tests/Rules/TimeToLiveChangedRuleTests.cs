using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TimeToLiveChangedRuleTests
{
    private const string Before = """
        [DynamoTable("sessions")]
        public sealed partial class Session
        {
            [PartitionKey] public string Id { get; set; } = "";
            [TimeToLive] public long? ExpiresAt { get; set; }
        }
        """;

    private const string Renamed = """
        [DynamoTable("sessions")]
        public sealed partial class {|DTK4012:Session|}
        {
            [PartitionKey] public string Id { get; set; } = "";
            [TimeToLive] public long? {|DTK4006:{|DTK4020:Until|}|} { get; set; }
        }
        """;

    private const string Without = """
        [DynamoTable("sessions")]
        public sealed partial class Session
        {
            [PartitionKey] public string Id { get; set; } = "";
        }
        """;

    [Fact]
    public Task Attribute_ThatIsAnother_IsReportedAtTheMember() => SchemaRule.ReportsAsync(Before, Renamed);

    [Fact]
    public Task TimeToLive_ThatIsGone_IsReportedAtTheType() => SchemaRule.ReportsAsync(
        Before, Without.Replace("class Session", "class {|DTK4006:{|DTK4012:Session|}|}", StringComparison.Ordinal));

    [Fact]
    public Task TimeToLive_ThatIsGone_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before, Without.Replace("class Session", "class {|DTK4006:{|DTK4012:Session|}|}", StringComparison.Ordinal));

    [Fact]
    public void TimeToLive_ThatIsNew_IsFree() => SchemaRule.Allows(Without, Before);

    [Fact]
    public void TimeToLive_OfAnotherType_IsFree() => SchemaRule.Allows(
        Before, Before.Replace("long?", "DateTimeOffset?", StringComparison.Ordinal));
}
