namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UniqueNotPossibleRuleTests
{
    [Theory]
    [InlineData("[{|DTK0090:Unique|}] public List<string>? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique|}] public bool? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique|}, ConcurrencyToken] public string? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique|}, TimeToLive] public DateTimeOffset? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique(\"Id\")|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique(Scope = [\"M\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0090:Unique(Scope = [\"Id\"])|}] public string? M { get; set; }")]
    [InlineData("[Unique, {|DTK0090:Unique|}] public string? M { get; set; }")]
    [InlineData("""
        public int? N { get; set; }
        [Unique(Name = "x"), {|DTK0090:Unique(Name = "x", Scope = ["N"])|}] public int? M { get; set; }
        """)]
    public Task Member_ThatCannotBeReserved_IsReported(string member) => Rule.ReportsAsync(Model("", member));

    [Theory]
    [InlineData("[Unique] public string? M { get; set; }")]
    [InlineData("[Unique] public Guid? M { get; set; }")]
    [InlineData("[Unique] public byte[]? M { get; set; }")]
    [InlineData("[Unique, Unique(Scope = [\"N\"])] public string? M { get; set; } public string? N { get; set; }")]
    public Task Member_WithASingleValue_IsFine(string member) => Rule.AllowsAsync(Model("", member));

    [Fact]
    public Task Type_ThatHasNoReservations_IsReported() => Rule.ReportsAsync("""
        [DynamoMap]
        public sealed partial class A
        {
            [{|DTK0090:Unique|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Id}")]
        public partial struct B
        {
            public required string Id { get; init; }

            [{|DTK0090:Unique|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-c")]
        public sealed partial class C
        {
            [PartitionKey]
            public required long Id { get; init; }

            [{|DTK0090:Unique|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-e"), VersionControlled, PartitionKey("E#{Id}")]
        public sealed partial class E
        {
            public required string Id { get; init; }

            [SortKey, Version]
            public int Version { get; init; }

            [{|DTK0090:Unique|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-f"), PartitionKey("F#{Id}"), WriteSharded(4, By = nameof(No)), SortKey("{No}")]
        public sealed partial class F
        {
            public required string Id { get; init; }

            public int No { get; init; }

            [{|DTK0090:Unique|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-d"), PartitionKey("D#{Id}"), {|DTK0090:Unique|}, Unique(nameof(M), nameof(N))]
        public sealed partial class D
        {
            public required string Id { get; init; }

            public string? M { get; set; }

            public string? N { get; set; }
        }
        """);

    [Fact]
    public Task Family_NeedsUniqueValuesInItsBase() => Rule.ReportsAsync("""
        [DynamoTable("pets"), PartitionKey("PET#{Id}")]
        public abstract partial class Pet
        {
            public required string Id { get; init; }
        }

        [DynamoTable("pets"), DynamoType("dog")]
        public sealed partial class {|DTK0024:Dog|} : Pet
        {
            [Unique]
            public string? Tag { get; set; }
        }
        """);

    private static string Model(string attributes, string members) => $$"""
        [DynamoTable("users"), PartitionKey("USER#{Id}"){{attributes}}]
        public sealed partial class User
        {
            public required string Id { get; init; }

            {{members}}
        }
        """;
}
