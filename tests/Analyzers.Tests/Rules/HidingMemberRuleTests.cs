namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class HidingMemberRuleTests
{
    private const string Base = """
        public abstract class Account
        {
            [DynamoIgnore]
            public string? Secret { get; set; }

            [TimeToLive]
            public DateTimeOffset Expires { get; set; }

            public string Name { get; set; } = "";

            public int Computed => 1;
        }

        """;

    [Fact]
    public Task Member_ThatLosesAttributesOrAStoredValue_IsReported() => Rule.ReportsAsync(
        $$"""
        {{Base}}
        public abstract class Middle : Account
        {
            public new DateTimeOffset {|DTK0041:Expires|} { get; set; }
        }

        [DynamoTable("users")]
        public sealed partial class User : Middle
        {
            [PartitionKey]
            public required string Id { get; init; }

            public new string? {|DTK0041:Secret|} { get; set; }

            public new string {|DTK0041:Name|}() => base.Name;
        }
        """);

    [Fact]
    public Task Member_ThatSaysWhatApplies_IsAllowed() => Rule.AllowsAsync(
        $$"""
        {{Base}}
        public abstract class Middle : Account
        {
            private new readonly string Name = "";

            public override string ToString() => Name;
        }

        [DynamoTable("users")]
        public sealed partial class User : Middle
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoIgnore]
            public new string? Secret { get; set; }

            [TimeToLive]
            public new DateTimeOffset Expires { get; set; }

            public new string Name { get; set; } = "";

            public new int Computed() => 2;
        }
        """);
}
