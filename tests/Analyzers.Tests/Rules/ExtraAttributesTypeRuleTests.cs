using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ExtraAttributesTypeRuleTests
{
    [Fact]
    public Task Extra_OfAnotherType_IsReportedAndRemoved() => Rule.FixesAsync<RemoveAttributeFixer>(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoExtra]
            public Dictionary<string, string>? {|DTK0018:Others|} { get; set; }
        }
        """,
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Dictionary<string, string>? Others { get; set; }
        }
        """);

    [Fact]
    public Task Extra_OfItsType_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoExtra]
            public ExtraAttributes? Others { get; set; }
        }
        """);
}
