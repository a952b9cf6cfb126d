using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class DiscriminatorChangedRuleTests
{
    private const string Before = """
        [DynamoTable("payments"), PartitionKey("PAY#{Id}")]
        public abstract partial class Payment
        {
            public string Id { get; set; } = "";
        }

        [DynamoTable("payments"), DynamoType("card")]
        public sealed partial class Card : Payment;

        [DynamoTable("payments"), DynamoType("cash")]
        public sealed partial class Cash : Payment;
        """;

    [Fact]
    public Task Name_ThatIsAnother_IsReportedAtItsAttribute() => SchemaRule.ReportsAsync(
        Before, Before.Replace("DynamoType(\"card\")", "{|DTK4007:DynamoType(\"creditcard\")|}", StringComparison.Ordinal));

    [Fact]
    public Task Attribute_ThatIsAnother_IsReportedForEachType() => SchemaRule.ReportsAsync(
        Before,
        Before.Replace("DynamoType(\"card\")", "{|DTK4007:DynamoType(\"card\", AttributeName = \"kind\")|}", StringComparison.Ordinal)
            .Replace("DynamoType(\"cash\")", "{|DTK4007:DynamoType(\"cash\", AttributeName = \"kind\")|}", StringComparison.Ordinal));

    [Fact]
    public Task Attribute_ThatIsAnother_IsAcknowledgedByAFix() => SchemaRule.FixesAsync<AcknowledgeChangeFixer>(
        Before,
        Before.Replace("DynamoType(\"card\")", "{|DTK4007:DynamoType(\"card\", AttributeName = \"kind\")|}", StringComparison.Ordinal)
            .Replace("DynamoType(\"cash\")", "{|DTK4007:DynamoType(\"cash\", AttributeName = \"kind\")|}", StringComparison.Ordinal));

    [Fact]
    public Task Name_ThatIsNewToItems_IsReported() => SchemaRule.ReportsAsync(
        """
        [DynamoTable("payments"), PartitionKey("PAY#{Id}")]
        public sealed partial class Payment
        {
            public string Id { get; set; } = "";
        }
        """,
        """
        [DynamoTable("payments"), PartitionKey("PAY#{Id}"), {|DTK4007:DynamoType("payment")|}]
        public partial class Payment
        {
            public string Id { get; set; } = "";
        }
        """);

    [Fact]
    public void Type_WithAnotherNameInCSharp_IsFree() =>
        SchemaRule.Allows(Before, Before.Replace("class Card", "class CreditCard", StringComparison.Ordinal));
}
