namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class OverrideOfIgnoredRuleTests
{
    private const string Base = """
        public abstract class Account
        {
            [DynamoIgnore]
            public virtual string? Secret { get; set; }

            [DynamoAttribute("n"), DynamoDefault("none")]
            public virtual string Note { get; set; } = "";
        }

        public abstract class Middle : Account
        {
            public override string? Secret { get; set; }
        }
        """;

    [Fact]
    public Task Attribute_OnAnOverrideOfAnIgnoredMember_IsReportedAlone() => Rule.ReportsAsync(
        $$"""
        {{Base}}

        [DynamoTable("users"), PartitionKey("U#{Id}"), SortKey("{Secret}")]
        public sealed partial class User : Middle
        {
            public required string Id { get; init; }

            [DynamoAttribute("secret")]
            public override string? {|DTK0040:Secret|} { get; set; }
        }

        [DynamoTable("guests")]
        public sealed partial class Guest : Account
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public override string? {|DTK0040:Secret|} { get; set; }
        }
        """);

    [Fact]
    public Task Override_ThatIgnoresOrAddsNothing_IsAllowed() => Rule.AllowsAsync(
        $$"""
        {{Base}}

        [DynamoTable("users")]
        public sealed partial class User : Middle
        {
            [PartitionKey]
            public required string Id { get; init; }

            public override string? Secret { get; set; }

            [DynamoIgnore]
            public override string Note { get; set; } = "";
        }
        """);
}
