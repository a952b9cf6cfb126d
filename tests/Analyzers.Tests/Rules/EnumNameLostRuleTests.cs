using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class EnumNameLostRuleTests
{
    private const string Item = """

        [DynamoTable("tasks"), PartitionKey("TASK#{Id}")]
        public sealed partial class Task
        {
            public string Id { get; set; } = "";
            public State State { get; set; }
        }
        """;

    private const string InKey = """

        [DynamoTable("tasks"), PartitionKey("TASK#{Id}#{State}")]
        public sealed partial class Task
        {
            public string Id { get; set; } = "";
            public State State { get; set; }
        }
        """;

    private const string Numbered = """

        [DynamoTable("tasks"), PartitionKey("TASK#{Id}")]
        public sealed partial class Task
        {
            public string Id { get; set; } = "";
            [DynamoAttribute(EnumStorage = EnumStorage.Number)] public State State { get; set; }
        }
        """;

    [Fact]
    public Task Name_ThatIsRemoved_IsReportedAtTheEnum() =>
        SchemaRule.ReportsAsync("public enum State { Open, Done }" + Item, "public enum {|DTK4008:State|} { Open }" + Item);

    [Fact]
    public Task Name_ThatIsRenamed_IsReportedAtTheEnum() => SchemaRule.ReportsAsync(
        "public enum State { Open, Done }" + Item, "public enum {|DTK4008:State|} { Open, {|DTK4020:Finished|} }" + Item);

    [Fact]
    public Task Name_ThatIsRemoved_IsAcknowledgedByAFixThatKeepsItAsRemoved() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        SchemaRule.Record("public enum State { Open, Done }" + Item),
        "public enum {|DTK4008:State|} { Open }" + Item,
        SchemaRule.Record("public enum State { Open, Done }" + Item)
            .Replace("enum State: name Done", "*REMOVED* enum State: name Done", StringComparison.Ordinal));

    [Fact]
    public void Name_ThatIsAnAlias_IsFree() => SchemaRule.Allows(
        "public enum State { Open, Done }" + Item,
        "public enum State { Open, [DynamoEnumName(\"finished\", Aliases = [\"Done\"])] Done }" + Item);

    [Fact]
    public void Member_ThatKeepsItsStoredName_IsFree() => SchemaRule.Allows(
        "public enum State { Open, Done }" + Item, "public enum State { Open, [DynamoEnumName(\"Done\")] Finished }" + Item);

    [Fact]
    public Task Name_InAKeyThatIsAnAlias_IsReportedAtTheMember() => SchemaRule.ReportsAsync(
        "public enum State { Open, Done }" + InKey,
        "public enum State { Open, [DynamoEnumName(\"finished\", Aliases = [\"Done\"])] {|DTK4008:{|DTK4020:Done|}|} }" + InKey);

    [Fact]
    public Task Numbers_OfReorderedMembers_AreReported() => SchemaRule.ReportsAsync(
        "public enum State { Open, Done }" + Numbered, "public enum State { {|DTK4008:Done|}, {|DTK4008:Open|} }" + Numbered);

    [Fact]
    public void Number_OfARenamedMember_IsFree() => SchemaRule.Allows(
        "public enum State { Open, Done }" + Numbered, "public enum State { Open, Finished }" + Numbered);

    [Fact]
    public void Order_OfMembersStoredByName_IsFree() =>
        SchemaRule.Allows("public enum State { Open, Done }" + Item, "public enum State { Done, Open }" + Item);

    [Fact]
    public void Enum_WithAnotherNameInCSharp_IsFree() => SchemaRule.Allows(
        "public enum State { Open, Done }" + Item,
        "public enum Progress { Open, Done }" + Item.Replace("State State", "Progress State", StringComparison.Ordinal));
}
