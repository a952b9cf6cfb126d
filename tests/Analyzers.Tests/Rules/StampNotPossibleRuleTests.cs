namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class StampNotPossibleRuleTests
{
    [Fact]
    public Task Member_ThatAWriteCannotSet_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a")]
        public sealed partial record A([property: PartitionKey] string Id, long Version)
        {
            [{|DTK0082:ConcurrencyToken|}]
            public long Version { get; } = Version;
        }

        [DynamoTable("table-b")]
        public partial struct B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0082:UpdatedAt|}]
            public long Changed { get; set; }
        }

        [DynamoTable("table-c"), PartitionKey("C#{Created}")]
        public sealed partial class C
        {
            [{|DTK0082:CreatedAt|}]
            public long Created { get; set; }
        }

        [DynamoTable("table-dd")]
        public sealed partial class D
        {
            [PartitionKey]
            public required string Id { get; init; }

            [CreatedAt, {|DTK0082:UpdatedAt|}]
            public long Time { get; set; }
        }

        [DynamoTable("table-d"), ViewOf(typeof(E))]
        public sealed partial class View
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0082:UpdatedAt|}]
            public long Time { get; set; }
        }

        [DynamoTable("table-d")]
        public sealed partial class E
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoMap]
        public sealed partial class F
        {
            [{|DTK0082:ConcurrencyToken|}]
            public long Version { get; set; }
        }
        """);

    [Fact]
    public Task Family_NeedsTheTokenInItsBase() => Rule.ReportsAsync("""
        [DynamoTable("pets")]
        public abstract partial class Pet
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("pets"), DynamoType("dog")]
        public sealed partial class {|DTK0024:Dog|} : Pet
        {
            [ConcurrencyToken]
            public long Version { get; set; }
        }
        """);
}
