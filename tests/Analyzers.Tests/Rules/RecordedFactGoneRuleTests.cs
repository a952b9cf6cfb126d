using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RecordedFactGoneRuleTests
{
    private const string Before = """
        [DynamoTable("users"), PartitionKey("USER#{Id}")]
        [GlobalIndex("byName", "NAME#{Name}")]
        public sealed partial class User
        {
            public string Id { get; set; } = "";
            public string? Name { get; set; }
            public int? Age { get; set; }
        }
        """;

    [Fact]
    public Task Attribute_ThatIsRemoved_IsReportedAtTheType() => SchemaRule.ReportsAsync(
        Before,
        Before.Replace("class User", "class {|DTK4012:User|}", StringComparison.Ordinal)
            .Replace("public int? Age { get; set; }", "", StringComparison.Ordinal));

    [Fact]
    public async Task Attributes_ThatAreRemoved_AreReportedEach()
    {
        const string Two = "public int? Age { get; set; } public int? Size { get; set; }";
        var before = Before.Replace("public int? Age { get; set; }", Two, StringComparison.Ordinal);
        var after = before.Replace(Two, "", StringComparison.Ordinal);
        await SchemaRule.ReportsAsync(
            before, after.Replace("class User", "class {|DTK4012:{|DTK4012:User|}|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task Attribute_ThatIsRenamed_IsReportedAndRecorded() => SchemaRule.ReportsAsync(
        Before,
        Before.Replace("class User", "class {|DTK4012:User|}", StringComparison.Ordinal)
            .Replace("Age {", "{|DTK4020:Years|} {", StringComparison.Ordinal));

    [Fact]
    public Task Index_ThatIsRemoved_IsReportedOnceAndAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before,
        Before.Replace("class User", "class {|DTK4012:User|}", StringComparison.Ordinal)
            .Replace("[GlobalIndex(\"byName\", \"NAME#{Name}\")]\n", "", StringComparison.Ordinal));

    [Fact]
    public Task Attribute_ThatIsRemoved_IsKeptAsRemovedByTheFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        SchemaRule.Record(Before),
        Before.Replace("class User", "class {|DTK4012:User|}", StringComparison.Ordinal)
            .Replace("public int? Age { get; set; }", "", StringComparison.Ordinal),
        SchemaRule.Record(Before).Replace("item User: attribute age", "*REMOVED* item User: attribute age", StringComparison.Ordinal));

    [Fact]
    public void Member_ThatKeepsItsAttribute_IsFree() => SchemaRule.Allows(
        Before, Before.Replace("public int? Age", "[DynamoAttribute(\"age\")] public int? Years", StringComparison.Ordinal));
}
