namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NameNotAllowedRuleTests
{
    [Fact]
    public Task Name_OfTableIndexOrAttribute_IsReportedWhereItStands() => Rule.ReportsAsync(
        """
        [{|DTK0012:DynamoTable("a")|}]
        [{|DTK0012:GlobalIndex("by name", "{Name}")|}]
        [{|DTK0012:GlobalIndex("byKey", "KEY#{Name}", PartitionAttributeName = "")|}]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("")]
            public string? {|DTK0012:Empty|} { get; set; }

            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Name_OfAKeyLongerThan255Bytes_IsReportedThoughAMemberMayHaveIt() => Rule.ReportsAsync(
        $$"""
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey, DynamoAttribute("{{new string('k', 256)}}")]
            public required string {|DTK0012:Id|} { get; init; }

            [DynamoAttribute("l{{new string('k', 256)}}")]
            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Name_OfAllowedCharacters_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("my.Runs_2-b")]
        [GlobalIndex("by-name.1", "{Name}")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("the name of it, in Ärger")]
            public string? Name { get; set; }
        }
        """);

    [Fact]
    public Task Name_WithHalfOfASurrogatePairOrForANameOfTypesEmpty_IsReported() => Rule.ReportsAsync(
        """
        [DynamoMap, DynamoType("a", AttributeName = "")]
        public sealed partial class {|DTK0012:A|}
        {
            [DynamoAttribute("\ud83c")]
            public string? {|DTK0012:Half|} { get; set; }

            [DynamoAttribute("\ud83c\udf89")]
            public string? Whole { get; set; }
        }
        """);
}
