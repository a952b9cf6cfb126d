namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UniqueKeysCoincideRuleTests
{
    [Fact]
    public Task Keys_ThatCanBeThoseOfReservations_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("users")]
        public sealed partial class {|DTK0092:User|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            [Unique]
            public string? Email { get; set; }
        }

        [DynamoTable("shared"), PartitionKey("ORDER#{Id}")]
        public sealed partial class Order
        {
            public required string Id { get; init; }

            [Unique]
            public string? Number { get; set; }
        }

        [DynamoTable("shared"), PartitionKey("{Kind}#{Id}")]
        public sealed partial class {|DTK0092:{|DTK1029:Other|}|}
        {
            public required string Kind { get; init; }

            public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task Keys_OfAnotherForm_AreFine() => Rule.AllowsAsync("""
        [DynamoTable("users")]
        public sealed partial class User
        {
            [PartitionKey]
            public required Guid Id { get; init; }

            [Unique]
            public string? Email { get; set; }
        }

        [DynamoTable("orders"), SortKey("META")]
        public sealed partial class Order
        {
            [PartitionKey]
            public required string Id { get; init; }

            [Unique]
            public string? Number { get; set; }
        }

        [DynamoTable("plain")]
        public sealed partial class Plain
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """);
}
