namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NestingTooDeepRuleTests
{
    [Fact]
    public Task Nesting_OfMapsAndLists_IsAddedUp() => Rule.ReportsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class {|DTK0015:Run|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<Inner>>>>>>>>>>>>>>>>? Deep { get; set; }
        }

        [DynamoMap]
        public sealed partial class Inner
        {
            public Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, string>>>>>>>>>>>>>>>>? Deep { get; set; }
        }
        """);

    [Fact]
    public Task Nesting_Of32Levels_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            public List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<List<Inner>>>>>>>>>>>>>>>>? Deep { get; set; }
        }

        [DynamoMap]
        public sealed partial class Inner
        {
            public Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, Dictionary<string, string>>>>>>>>>>>>>>>? Deep { get; set; }
        }
        """);
}
