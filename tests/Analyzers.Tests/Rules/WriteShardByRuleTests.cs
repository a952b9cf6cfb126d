namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class WriteShardByRuleTests
{
    [Fact]
    public Task Member_ThatCannotDecide_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Name}"), SortKey("{Id}"), WriteSharded(4, By = {|DTK0102:"Idd"|})]
        public sealed partial record A(string Name, string Id);

        [DynamoTable("table-b"), PartitionKey("B#{Name}"), SortKey("{Id}"), {|DTK0102:WriteSharded(4, By = nameof(Name))|}]
        public sealed partial record B(string Name, string Id);

        [DynamoTable("table-c"), PartitionKey("C#{Name}"), SortKey("{Id}"), {|DTK0102:WriteSharded(4, By = nameof(Kind))|}]
        public sealed partial record C(string Name, string Id, string Kind);

        [DynamoTable("table-d"), GlobalIndex("byState", "S#{State}")]
        [{|DTK0102:WriteSharded(4, Index = "byState", By = nameof(State))|}]
        public sealed partial record D([property: PartitionKey] string Id, string State);

        [DynamoTable("table-e"), GlobalIndex("byState", "{State}")]
        [{|DTK0102:WriteSharded(4, Index = "byState", By = nameof(Kind))|}]
        public sealed partial record E([property: PartitionKey] string Id, string State, string? Kind);

        [DynamoTable("table-f"), GlobalIndex("byState", "{State}")]
        [{|DTK0102:WriteSharded(4, Index = "byState", By = nameof(Data))|}]
        public sealed partial record F([property: PartitionKey] string Id, string State, byte[] Data);

        [DynamoTable("table-g"), GlobalIndex("byState", "{State}")]
        [{|DTK0102:WriteSharded(4, Index = "byState", By = nameof(Version))|}]
        public sealed partial class G
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? State { get; set; }

            [ConcurrencyToken]
            public long Version { get; set; }
        }

        [DynamoTable("table-i"), GlobalIndex("byState", "{State}")]
        [{|DTK0102:WriteSharded(4, Index = "byState", By = nameof(Updated))|}]
        public sealed partial class I
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? State { get; set; }

            [UpdatedAt]
            public System.DateTimeOffset Updated { get; set; }
        }

        [DynamoTable("table-h"), GlobalIndex("byState", "{State}"), WriteSharded(4, Index = "byState", By = nameof(Kind))]
        public sealed partial record H([property: PartitionKey] string Id, string State, System.DayOfWeek Kind);
        """);
}
