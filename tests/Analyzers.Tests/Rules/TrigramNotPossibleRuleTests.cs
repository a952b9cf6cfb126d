namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TrigramNotPossibleRuleTests
{
    [Theory]
    [InlineData("[{|DTK0094:TrigramIndexed|}] public int M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed|}] public Guid? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed|}] public List<string>? M { get; set; }")]

    [InlineData("[{|DTK0094:TrigramIndexed|}, ConcurrencyToken] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed|}, DynamoAttribute] public string M => Id;")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"M\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"N\", \"N\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"Tags\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"IsOld\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"Until\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Scope = [\"Changed\"])|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0094:TrigramIndexed(Name = \"\")|}] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed, {|DTK0094:TrigramIndexed|}] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed(Name = \"x\"), {|DTK0094:TrigramIndexed(Name = \"x\", Scope = [\"N\"])|}] public string? M { get; set; }")]
    public Task Member_ThatCannotBeIndexed_IsReported(string member) => Rule.ReportsAsync(Model(member));

    [Theory]
    [InlineData("[TrigramIndexed] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed] public required string M { get; init; }")]
    [InlineData("[TrigramIndexed(Scope = [\"N\", \"Id\"])] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed, TrigramIndexed(Scope = [\"N\"])] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed(Upkeep = TrigramUpkeep.Stream, Name = \"old\")] public string? M { get; set; }")]
    [InlineData("[TrigramIndexed, Unique] public string? M { get; set; }")]
    public Task Member_WithAText_IsFine(string member) => Rule.AllowsAsync(Model(member));

    [Theory]
    [InlineData("PartitionKey(\"{M}\"), SortKey(\"FILM\")")]
    [InlineData("PartitionKey(\"FILM#{Id}\"), SortKey(\"PART#{M}\")")]
    public Task Member_OfTheKey_IsReported(string keys) => Rule.ReportsAsync($$"""
        [DynamoTable("films"), {{keys}}]
        public sealed partial class Film
        {
            public required string Id { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public required string M { get; init; }
        }
        """);

    [Fact]
    public Task Type_WithoutRoomForPostings_IsReported() => Rule.ReportsAsync("""
        [DynamoMap]
        public sealed partial class A
        {
            [{|DTK0094:TrigramIndexed|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Id}"), SortKey("B")]
        public partial struct B
        {
            public required string Id { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-c"), PartitionKey("C#{Id}")]
        public sealed partial class C
        {
            public required string Id { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-d"), PartitionKey("D#{Id}")]
        public sealed partial class D
        {
            public required string Id { get; init; }

            [SortKey]
            public required long Number { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-e"), SortKey("E")]
        public sealed partial class E
        {
            [PartitionKey]
            public required long Id { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public string? M { get; set; }
        }
        """);

    [Theory]
    [InlineData("Writer")]
    [InlineData("Stream")]
    public Task Type_WhoseItemsHaveSeveralKeys_IsReported(string upkeep) => Rule.ReportsAsync($$"""
        [DynamoTable("table-f"), VersionControlled, PartitionKey("F#{Id}"), SortKey("V#{Version}")]
        public sealed partial class F
        {
            public required string Id { get; init; }

            [Version]
            public int Version { get; init; }

            [{|DTK0094:TrigramIndexed(Upkeep = TrigramUpkeep.{{upkeep}})|}]
            public string? M { get; set; }
        }

        [DynamoTable("table-g"), PartitionKey("G#{Id}"), WriteSharded(4, By = nameof(No)), SortKey("{No}")]
        public sealed partial class G
        {
            public required string Id { get; init; }

            public int No { get; init; }

            [{|DTK0094:TrigramIndexed(Upkeep = TrigramUpkeep.{{upkeep}})|}]
            public string? M { get; set; }
        }
        """);

    [Fact]
    public Task Override_WithAnotherIndex_HasAStampOfItsOwn() => Rule.AllowsAsync("""
        [DynamoTable("media"), PartitionKey("MEDIUM#{Id}"), SortKey("MEDIUM")]
        public partial class Medium
        {
            public required string Id { get; init; }

            [TrigramIndexed(Name = "titles")]
            public virtual string? Title { get; set; }
        }

        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film : Medium
        {
            [TrigramIndexed(Name = "films")]
            public override string? Title { get; set; }
        }
        """);

    [Fact]
    public Task View_HasTheIndexesOfItsType() => Rule.ReportsAsync("""
        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public required string Id { get; init; }

            [TrigramIndexed]
            public string? Title { get; set; }
        }

        [DynamoTable("films"), ViewOf(typeof(Film)), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class FilmHead
        {
            public required string Id { get; init; }

            [{|DTK0094:TrigramIndexed|}]
            public string? Title { get; set; }
        }
        """);

    [Fact]
    public Task Family_NeedsIndexesInItsBase() => Rule.ReportsAsync("""
        [DynamoTable("media"), PartitionKey("MEDIUM#{Id}"), SortKey("MEDIUM")]
        public abstract partial class Medium
        {
            public required string Id { get; init; }
        }

        [DynamoTable("media"), DynamoType("film")]
        public sealed partial class {|DTK0024:Film|} : Medium
        {
            [TrigramIndexed]
            public string? Title { get; set; }
        }
        """);

    private static string Model(string member) => $$"""
        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public required string Id { get; init; }

            public string? N { get; set; }

            public List<string>? Tags { get; set; }

            public bool? IsOld { get; set; }

            [UpdatedAt]
            public DateTimeOffset Changed { get; set; }

            [TimeToLive]
            public DateTimeOffset? Until { get; set; }

            {{member}}
        }
        """;
}
