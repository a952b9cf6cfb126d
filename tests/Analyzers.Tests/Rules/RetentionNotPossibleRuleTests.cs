namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RetentionNotPossibleRuleTests
{
    [Fact]
    public Task Member_ThatAWriteCannotSet_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            public A(long? until) => Until = until;

            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0113:TimeToLive(Days = 1)|}]
            public long? Until { get; }
        }

        [DynamoTable("table-b")]
        public partial struct B
        {
            [PartitionKey]
            public required string Id { get; init; }

            [{|DTK0113:TimeToLive(Days = 1)|}]
            public long? Until { get; set; }
        }

        [DynamoTable("table-c"), {|DTK0113:Retention("c", Days = 1)|}]
        public sealed partial class C
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset Until { get; set; }
        }
        """);

    [Fact]
    public Task Family_NeedsTheRetentionInItsBase() => Rule.ReportsAsync("""
        [DynamoTable("pets"), PartitionKey("PET#{Id}")]
        public abstract partial class Pet
        {
            public required string Id { get; init; }
        }

        [DynamoTable("pets"), DynamoType("dog")]
        public sealed partial class {|DTK0024:Dog|} : Pet
        {
            [TimeToLive(Days = 1)]
            public long? Until { get; set; }
        }
        """);
}
