namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionControlNotPossibleRuleTests
{
    [Fact]
    public Task StructsMapsViewsAndTokens_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), {|DTK0075:VersionControlled|}]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            [ConcurrencyToken] public long Token { get; init; }
        }
        """);

    [Fact]
    public Task Map_IsReported() => Rule.ReportsAsync("""
        [DynamoMap, {|DTK0075:VersionControlled|}]
        public sealed partial class Part { public string? Name { get; init; } }
        """);

    [Fact]
    public Task ViewOfAVersionControlledType_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            
        }

        [DynamoTable("metrics"), {|DTK1030:ViewOf(typeof(Metric))|}]
        public sealed partial record View
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey] public int Version { get; init; }
        }
        """);

    [Fact]
    public Task Family_IsVersionControlledAsAWhole() => Rule.ReportsAsync("""
        [DynamoTable("pets")]
        public abstract partial class Pet
        {
            [PartitionKey] public required string Id { get; init; }
            [SortKey] public int Number { get; init; }
        }

        [DynamoTable("pets"), DynamoType("dog"), {|DTK0070:VersionControlled|}]
        public sealed partial class Dog : Pet;

        [DynamoTable("cards"), VersionControlled]
        public abstract partial class Card
        {
            [PartitionKey] public required string Id { get; init; }
            [SortKey, Version] public int Version { get; init; }
        }

        [DynamoTable("cards"), DynamoType("text")]
        public sealed partial class {|DTK0024:TextCard|} : Card
        {
            [LatestOnly] public string? First { get; init; }
        }
        """);
}
