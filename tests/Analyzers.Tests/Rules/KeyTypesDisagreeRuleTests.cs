namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeyTypesDisagreeRuleTests
{
    [Fact]
    public Task Attribute_ThatIsAKeyElsewhere_IsReportedWhereItHasAnotherType() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}")]
        public sealed partial class A
        {
            public required string Id { get; init; }

            public string? {|DTK1022:Number|} { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        [GlobalIndex("byNumber", "ALL", "{Number}")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            public int Number { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("C#{Id}")]
        [GlobalIndex("other", "{Number}")]
        public sealed partial class C
        {
            public required string Id { get; init; }

            public Guid {|DTK1022:Number|} { get; set; }
        }
        """);

    [Fact]
    public Task Attribute_OfOneTypeOrOfNoKey_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [PartitionKey("A#{Id}")]
        public sealed partial class A
        {
            public required string Id { get; init; }

            public long? Number { get; set; }

            public string? Free { get; set; }
        }

        [DynamoTable("table-t")]
        [PartitionKey("B#{Id}")]
        [GlobalIndex("byNumber", "ALL", "{Number}")]
        public sealed partial class B
        {
            public required string Id { get; init; }

            public int Number { get; set; }

            public int Free { get; set; }
        }
        """);
}
