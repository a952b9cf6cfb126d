using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyChangedRuleTests
{
    private const string Before = """
        [DynamoTable("tracking"), PartitionKey("RUN#{RunId}"), SortKey("META")]
        public sealed partial class Run
        {
            public string RunId { get; set; } = "";
            public long Number { get; set; } = 1;
        }
        """;

    private static readonly (string Old, string New)[] Changes =
    [
        ("PartitionKey(\"RUN#{RunId}\")", "{|DTK4001:PartitionKey(\"R#{RunId}\")|}"),
        ("PartitionKey(\"RUN#{RunId}\")", "{|DTK4001:PartitionKey(\"{RunId}\", AttributeName = \"pk\")|}"),
        ("PartitionKey(\"RUN#{RunId}\")", "{|DTK4001:PartitionKey(\"RUN#{RunId}\", AttributeName = \"id\")|}"),
        ("SortKey(\"META\")", "{|DTK4001:SortKey(\"META#\")|}"),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Changes.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public Task Template_ThatIsAnother_IsReportedAtItUntilItIsAcknowledged(int number)
    {
        var (old, now) = Changes[number];
        return SchemaRule.ReportsAsync(Before, Before.Replace(old, now, StringComparison.Ordinal));
    }

    [Fact]
    public Task Template_ThatIsAnother_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before, Before.Replace("PartitionKey(\"RUN#{RunId}\")", "{|DTK4001:PartitionKey(\"R#{RunId}\")|}", StringComparison.Ordinal));

    [Fact]
    public Task SortKey_ThatIsGone_IsReported() => SchemaRule.ReportsAsync(
        Before,
        """
        [DynamoTable("tracking"), {|DTK4001:PartitionKey("RUN#{RunId}")|}]
        public sealed partial class {|DTK4001:Run|}
        {
            public string RunId { get; set; } = "";
            public long Number { get; set; } = 1;
        }
        """);

    [Fact]
    public Task KeyMember_OfAnotherTable_IsReportedAtIt() => SchemaRule.ReportsAsync(
        """
        [DynamoTable("users")]
        public sealed partial class User
        {
            [PartitionKey] public string Id { get; set; } = "";
            public string Mail { get; set; } = "";
        }
        """,
        """
        [DynamoTable("users")]
        public sealed partial class User
        {
            public string {|DTK4020:Id|} { get; set; } = "";
            [PartitionKey] public string {|DTK4001:{|DTK4020:Mail|}|} { get; set; } = "";
        }
        """);

    [Fact]
    public Task Template_OfABaseClassInAnotherFile_IsReportedThereOnce()
    {
        const string Types = """
            [DynamoTable("users"), DynamoType("guest")]
            public sealed partial class Guest : Person;

            [DynamoTable("users"), DynamoType("member")]
            public sealed partial class Member : Person;
            """;
        const string Person = """
            [DynamoTable("users"), PartitionKey("P#{Id}")]
            public abstract partial class Person
            {
                public string Id { get; set; } = "";
            }
            """;
        return SchemaRule.ReportsAgainstAsync(
            SchemaRule.Record($"{Types}\n{Person}"),
            Types,
            Person.Replace("PartitionKey(\"P#{Id}\")", "{|DTK4001:PartitionKey(\"PERSON#{Id}\")|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task Template_InAPartOfTheType_IsReportedThere() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(Before),
        "public sealed partial class Run { public string RunId { get; set; } = \"\"; public long Number { get; set; } = 1; }",
        "[DynamoTable(\"tracking\"), PartitionKey(\"RUN#{RunId}\"), {|DTK4001:SortKey(\"INFO\")|}] public sealed partial class Run;");

    [Fact]
    public void MemberAndType_WithOtherNames_AreFree() => SchemaRule.Allows(
        Before,
        """
        [DynamoTable("tracking"), PartitionKey("RUN#{Key}"), SortKey("META")]
        public sealed partial class TrackedRun
        {
            [DynamoAttribute("runId")] public string Key { get; set; } = "";
            public long Number { get; set; } = 1;
        }
        """);

    [Fact]
    public Task Change_WithoutABaselineOrItsType_IsSilent() => SchemaRule.ReportsAgainstAsync("", Before.Replace(
        "class Run", "class {|DTK4020:Run|}", StringComparison.Ordinal));

    [Fact]
    public Task Message_NamesBothAndTheMigration() => SchemaRule.SaysAsync(
        Before,
        Before.Replace("RUN#{RunId}", "R#{RunId}", StringComparison.Ordinal),
        "The partition key of 'Run' is \"R#{runId}\", but the baseline records \"RUN#{runId}\"; no read finds the items of the old key, "
        + "so take it back, or put them under the new key, delete the old ones, and acknowledge the change");
}
