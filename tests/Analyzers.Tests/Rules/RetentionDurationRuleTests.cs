namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RetentionDurationRuleTests
{
    [Theory]
    [InlineData("", "TimeToLive(Days = -1)")]
    [InlineData("", "TimeToLive(Days = 0)")]
    [InlineData("", "TimeToLive(Days = 1, Hours = -1)")]
    [InlineData("Retention(\"r\")", "")]
    [InlineData("Retention(\"r\", Days = -30)", "")]
    public Task Duration_ThatIsNotPositive_IsReported(string onType, string onMember) =>
        Rule.ReportsAsync(Model(Marked(onType), onMember.Length > 0 ? Marked(onMember) : "TimeToLive"));

    [Theory]
    [InlineData("", "TimeToLive(Days = 30)")]
    [InlineData("", "TimeToLive(Minutes = 1)")]
    [InlineData("Retention(\"r\", Days = 1, Hours = 12)", "TimeToLive")]
    public Task Duration_ThatIsPositive_IsFine(string onType, string onMember) => Rule.AllowsAsync(Model(onType, onMember));

    private static string Marked(string attribute) => attribute.Length == 0 ? "" : $"{{|DTK0110:{attribute}|}}";

    private static string Model(string onType, string onMember) => $$"""
        [DynamoTable("traces"){{(onType.Length == 0 ? "" : ", " + onType)}}]
        public sealed partial class Trace
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{{onMember}}]
            public DateTimeOffset? Until { get; set; }
        }
        """;
}
