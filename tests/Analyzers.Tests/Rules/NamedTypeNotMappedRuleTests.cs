using DynamoToolkit.CodeFixes.Rules;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class NamedTypeNotMappedRuleTests
{
    private const string Bases = """
        [DynamoMap]
        public abstract partial class Pet;

        [DynamoMap, DynamoType("cat")]
        public sealed partial class Cat : Pet;

        [DynamoTable("table-a")]
        public partial class Entity
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """;

    [Fact]
    public Task Type_BelowATableOrAMap_IsReportedAndMarkedLikeIt() => Rule.FixesAsync<NamedTypeNotMappedFixer>(
        $$"""
        {{Bases}}

        /// <summary>A dog.</summary>
        [{|DTK0023:DynamoType("dog")|}]
        public sealed class Dog : Pet;

        [{|DTK0023:DynamoType("user")|}]
        public abstract class User : Entity;
        """,
        $$"""
        {{Bases}}

        /// <summary>A dog.</summary>
        [DynamoMap]
        [DynamoType("dog")]
        public sealed partial class Dog : Pet;

        [DynamoTable("table-a")]
        [DynamoType("user")]
        public abstract partial class User : Entity;
        """);

    [Fact]
    public Task Type_WithoutSuchABase_GetsNoFix() => Rule.OffersNothingAsync<NamedTypeNotMappedFixer>(
        """
        [{|DTK0023:DynamoType("dog")|}]
        public sealed class Dog;
        """);

    [Fact]
    public Task Type_ThatIsATableOrAMap_IsAllowed() => Rule.AllowsAsync(Bases);
}
