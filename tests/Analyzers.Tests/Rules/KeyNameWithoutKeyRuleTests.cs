using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyNameWithoutKeyRuleTests
{
    private const string Members = """
        public sealed partial class Shop
        {
            [PartitionKey]
            public required string Id { get; init; }

            [SortKey]
            public required string Sort { get; init; }

            public string? Owner { get; set; }
        }
        """;

    [Fact]
    public Task Name_OfNoAttributeOrOfSeveral_IsReportedAndRemoved() => Rule.FixesAsync<KeyNameWithoutKeyFixer>(
        $$"""
        [DynamoTable("shops")]
        [{|DTK1028:GlobalIndex("index1", "OWNER#{Owner}", SortAttributeName = "sk", Projection = IndexProjection.KeysOnly)|}]
        [{|DTK1028:GlobalIndex("index2", ["{Owner}", "ID#{Id}"], ["{Sort}"], PartitionAttributeName = "pk", SortAttributeName = "sk2")|}]
        {{Members}}
        """,
        $$"""
        [DynamoTable("shops")]
        [GlobalIndex("index1", "OWNER#{Owner}", Projection = IndexProjection.KeysOnly)]
        [GlobalIndex("index2", ["{Owner}", "ID#{Id}"], ["{Sort}"], SortAttributeName = "sk2")]
        {{Members}}
        """);

    [Fact]
    public Task Name_OfOneAttribute_IsAllowed() => Rule.AllowsAsync(
        $$"""
        [DynamoTable("shops")]
        [GlobalIndex("index1", "OWNER#{Owner}", "{Sort}", PartitionAttributeName = "pk", SortAttributeName = "sk")]
        [GlobalIndex("index2", ["{Owner}"], [], PartitionAttributeName = "pk2")]
        [LocalIndex("index3", "OWNER#{Owner}", SortAttributeName = "sk3")]
        {{Members}}
        """);
}
