namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexesDisagreeRuleTests
{
    [Fact]
    public Task Index_WithOtherKeysOrProjection_IsReportedAtTheIndexOfTheLaterType() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}"), SortKey("A")]
        [GlobalIndex("gsi1", "A", "{Id}")]
        [GlobalIndex("gsi2", "A")]
        [GlobalIndex("gsi3", "A")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}"), SortKey("B")]
        [{|DTK1023:GlobalIndex("gsi1", "B", "B#{Id}")|}]
        public sealed partial class B
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("C#{Id}"), SortKey("C")]
        [{|DTK1023:GlobalIndex("gsi2", "C", Projection = IndexProjection.KeysOnly)|}]
        public sealed partial class C
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("D#{Id}"), SortKey("D")]
        [{|DTK1023:LocalIndex("gsi3", "D#{Id}")|}]
        public sealed partial class D
        {
            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Index_WithOtherTemplatesInTheSameAttributes_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}")]
        [GlobalIndex("gsi1", "A", "A#{Id}")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        [GlobalIndex("gsi1", "OWNER#{Owner}", "B#{Id}")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            public string? Owner { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("C#{Id}")]
        public sealed partial class C
        {
            public required string Id { get; init; }
        }
        """);
}
