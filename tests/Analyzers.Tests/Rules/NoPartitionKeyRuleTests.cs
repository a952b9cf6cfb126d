using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NoPartitionKeyRuleTests
{
    [Fact]
    public Task Type_WithoutAKey_GetsTheMemberThatIsNamedLikeOne() => Rule.FixesAsync<NoPartitionKeyFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class {|DTK1001:A|}
        {
            /// <summary>What it is called.</summary>
            public required string Id { get; init; }

            public required string Aid { get; init; }
        }

        [DynamoTable("table-b")]
        public sealed partial class {|DTK1001:Run|}
        {
            public required string Name { get; init; }

            public required Guid RunId { get; init; }
        }

        [DynamoTable("table-c")]
        public sealed partial record {|DTK1001:C|}(string Pk, [property: SortKey] string Id);
        """,
        """
        [DynamoTable("table-a")]
        public sealed partial class A
        {
            /// <summary>What it is called.</summary>
            [PartitionKey]
            public required string Id { get; init; }

            public required string Aid { get; init; }
        }

        [DynamoTable("table-b")]
        public sealed partial class Run
        {
            public required string Name { get; init; }

            [PartitionKey]
            public required Guid RunId { get; init; }
        }

        [DynamoTable("table-c")]
        public sealed partial record C([property: PartitionKey] string Pk, [property: SortKey] string Id);
        """);

    [Fact]
    public Task Type_WithoutAMemberFitForAKey_GetsNoFix() => Rule.OffersNothingAsync<NoPartitionKeyFixer>(
        """
        [DynamoTable("table-a")]
        public sealed partial class {|DTK1001:A|}
        {
            public string? Id { get; set; }

            public bool Pk { get; set; }

            public string Name { get; set; } = "";
        }
        """);

    [Fact]
    public Task Key_OnTypeMemberOrBaseClass_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-a")]
        [PartitionKey("A#{Id}")]
        public sealed partial class A
        {
            public required string Id { get; init; }
        }

        public abstract class Entity
        {
            [PartitionKey]
            public required string Id { get; init; }
        }

        [DynamoTable("table-b")]
        public sealed partial class B : Entity;

        [DynamoTable("table-c")]
        public readonly partial record struct C([property: PartitionKey] int Id);
        """);
}
