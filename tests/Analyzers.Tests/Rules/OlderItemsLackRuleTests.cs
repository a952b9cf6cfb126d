using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class OlderItemsLackRuleTests
{
    private const string Before = """
        [DynamoTable("users"), PartitionKey("USER#{Id}")]
        public sealed partial class User
        {
            public string Id { get; set; } = "";
            public int? Age { get; set; }
        }
        """;

    [Theory]
    [InlineData("public int {|DTK4013:Size|} { get; set; }")]
    [InlineData("public required string {|DTK4013:Name|} { get; set; }")]
    public Task Member_ThatIsNewAndHasNoDefault_IsReportedAtIt(string member) => SchemaRule.ReportsAsync(Before, With(member));

    [Theory]
    [InlineData("public int? {|DTK4020:Size|} { get; set; }")]
    [InlineData("[DynamoDefault(3)] public int {|DTK4020:Size|} { get; set; }")]
    [InlineData("public string {|DTK4020:Name|} { get; set; } = \"\";")]
    [InlineData("public HashSet<string> {|DTK4020:Tags|} { get; set; } = [];")]
    [InlineData("[DynamoAttribute] public string {|DTK4020:Full|} => Id;")]
    public Task Member_ThatIsNewAndMayBeAbsent_IsOnlyToBeRecorded(string member) => SchemaRule.ReportsAsync(Before, With(member));

    [Fact]
    public Task Member_ThatMayNoLongerBeAbsent_IsReported() =>
        SchemaRule.ReportsAsync(Before, Before.Replace("int? Age", "int {|DTK4013:Age|}", StringComparison.Ordinal));

    [Fact]
    public Task RequiredMember_ThatComesBack_IsReported_BecauseItemsWereWrittenWithoutIt()
    {
        var required = Before.Replace("int? Age", "int Age", StringComparison.Ordinal);
        return SchemaRule.ReportsAgainstAsync(
            SchemaRule.Record(required).Replace("item User: attribute age", "*REMOVED* item User: attribute age", StringComparison.Ordinal),
            required.Replace("int Age", "int {|DTK4013:Age|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task Member_OfANewType_IsNotReported() => SchemaRule.ReportsAsync(Before, Before + """


        [DynamoTable("users"), PartitionKey("GROUP#{Id}")]
        public sealed partial class {|DTK4020:Group|}
        {
            public required string Id { get; set; }
            public int Size { get; set; }
        }
        """);

    [Fact]
    public Task Index_ThatIsNewAndComposed_HasNoOlderItems() => SchemaRule.ReportsAsync(
        Before, "[{|DTK4013:{|DTK4020:GlobalIndex(\"byAge\", \"AGE#{Age}\")|}|}]\n" + Before);

    [Fact]
    public Task UniqueValue_ThatIsNew_HasNoReservations() => SchemaRule.ReportsAsync(
        With("public string Mail { get; set; } = \"\";"), With("[Unique] public string {|DTK4013:Mail|} { get; set; } = \"\";"));

    [Fact]
    public Task TrigramIndex_ThatIsNew_HasNoPostings()
    {
        const string Film = """
            [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
            public sealed partial class Film
            {
                public string Id { get; set; } = "";
                $
            }
            """;
        return SchemaRule.ReportsAsync(
            Film.Replace("$", "public string Title { get; set; } = \"\";", StringComparison.Ordinal),
            Film.Replace("$", "[TrigramIndexed] public string {|DTK4013:Title|} { get; set; } = \"\";", StringComparison.Ordinal));
    }

    [Fact]
    public Task Members_ThatAreNew_AreAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before, With("public int {|DTK4013:Size|} { get; set; }\n    public long {|DTK4013:Weight|} { get; set; }"));

    [Fact]
    public Task Type_ThatUsesDefaultsForMissingAttributes_IsNotReported() => SchemaRule.ReportsAsync(
        "[DynamoMissing(MissingAttributes.UseDefault)]\n" + Before,
        "[DynamoMissing(MissingAttributes.UseDefault)]\n" + With("public int {|DTK4020:Size|} { get; set; }"));

    private static string With(string member) =>
        Before.Replace("    public int? Age", $"    {member}\n    public int? Age", StringComparison.Ordinal);
}
