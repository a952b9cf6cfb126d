using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class MaterializeNotPossibleRuleTests
{
    [Theory]
    [InlineData("Dictionary<string, string>", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value)")]
    [InlineData("Dictionary<string, int>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value)")]
    [InlineData("Dictionary<int, string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value)")]
    [InlineData("List<string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.List)")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Name)")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Name), \"Nothing\"")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Value), nameof(Tag.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.RunId), nameof(Tag.Value)")]
    [InlineData("Dictionary<string, double>?", "typeof(Point), nameof(Point.Name), nameof(Point.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(Spread), nameof(Spread.Name), nameof(Spread.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value), Where = [\"\"]")]
    [InlineData("Dictionary<string, string>?", "typeof(Tag), nameof(Tag.Name), nameof(Tag.Value), MaxBytes = 0")]
    [InlineData("Dictionary<string, string>?", "typeof(Run), nameof(Run.RunId), nameof(Run.RunId)")]
    [InlineData("Dictionary<string, string>?", "typeof(Elsewhere), nameof(Elsewhere.Name), nameof(Elsewhere.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(string), \"Length\", \"Length\"")]
    [InlineData("Dictionary<string, string>?", "typeof(Stranger), nameof(Stranger.Name), nameof(Stranger.Value)")]
    [InlineData("Dictionary<string, string>?", "typeof(OtherType), nameof(OtherType.Name), nameof(OtherType.Value)")]
    public Task Map_ThatNoMaterializerCanWrite_IsReported(string type, string arguments) =>
        Rule.ReportsAsync(Model($"[{{|DTK0140:Materialize({arguments})|}}] public {type} M {{ get; set; }} = default!;"));

    [Theory]
    [InlineData("[{|DTK0140:MaterializedCount(typeof(Tag))|}] public long M { get; set; }")]
    [InlineData("[{|DTK0140:MaterializedCount(typeof(Tag))|}] public string? M { get; set; }")]
    [InlineData("[{|DTK0140:MaterializedCount(typeof(Stranger))|}] public long? M { get; set; }")]
    [InlineData("[{|DTK0140:MaterializedCount(typeof(Versioned))|}] public long? M { get; set; }")]
    [InlineData("[{|DTK0140:MaterializedCount(typeof(Moving))|}] public long? M { get; set; }")]
    [InlineData("[TimeToLive, {|DTK0140:MaterializedCount(typeof(Tag))|}] public long? M { get; set; }")]
    public Task Member_ThatNoMaterializerCanWrite_IsReported(string member) => Rule.ReportsAsync(Model(member));

    [Theory]
    [InlineData("[Materialize(typeof(Tag), nameof(Tag.Name), nameof(Tag.Value))] public Dictionary<string, string>? M { get; set; }")]
    [InlineData("[Materialize(typeof(Tag), \"Name\", \"Value\")] public IReadOnlyDictionary<string, string>? M { get; init; }")]
    [InlineData("[Materialize(typeof(Tag), nameof(Tag.Name), nameof(Tag.Number))] public SortedDictionary<string, int>? M { get; set; }")]
    [InlineData("[MaterializedCount(typeof(Point))] public int? M { get; set; }")]
    public Task Member_WithChildrenOfItsItem_IsFine(string member) => Rule.AllowsAsync(Model(member));

    [Theory]
    [InlineData("COUNT#{Tags}", "{|DTK0140:MaterializedCount(typeof(CountedTag))|}")]
    [InlineData("{Tags}", "MaterializedCount(typeof(CountedTag))")]
    public Task Count_InAComposedKeyOfAnIndex_IsReported(string key, string attribute) => Rule.ReportsAsync($$"""
        [DynamoTable("counted"), PartitionKey("RUN#{RunId}"), SortKey("META"), GlobalIndex("byTags", "RUNS", "{{key}}")]
        public sealed partial class Counted
        {
            public required string RunId { get; init; }

            [{{attribute}}]
            public long? Tags { get; set; }
        }

        [DynamoTable("counted"), PartitionKey("RUN#{RunId}"), SortKey("TAG#{Name}")]
        public sealed partial class CountedTag
        {
            public required string RunId { get; init; }

            public required string Name { get; init; }
        }
        """);

    [Fact]
    public Task Type_WithoutOneItemForItsChildren_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), PartitionKey("A#{Id}"), SortKey("A#{Version}"), VersionControlled]
        public sealed partial class A
        {
            public required string Id { get; init; }

            [Version]
            public int Version { get; set; }

            [{|DTK0140:MaterializedCount(typeof(ChildOfA))|}]
            public long? Children { get; set; }
        }

        [DynamoTable("table-a"), PartitionKey("A#{Id}"), SortKey("CHILD#{Version}")]
        public sealed partial class ChildOfA
        {
            public required string Id { get; init; }

            public int Version { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("B#{Id}"), SortKey("{No}"), WriteSharded(8, By = nameof(No))]
        public sealed partial class B
        {
            public required string Id { get; init; }

            public int No { get; set; }

            [{|DTK0140:MaterializedCount(typeof(ChildOfB))|}]
            public long? Children { get; set; }
        }

        [DynamoTable("table-b"), PartitionKey("CHILD#{Id}"), SortKey("CHILD#{No}")]
        public sealed partial class ChildOfB
        {
            public required string Id { get; init; }

            public int No { get; set; }
        }

        [DynamoMap]
        public sealed partial class C
        {
            [{|DTK0140:MaterializedCount(typeof(ChildOfB))|}]
            public long? Children { get; set; }
        }
        """);

    [Fact]
    public Task Update_OfAMaterializedMember_IsExplained() => RuleVerifier<UseAnalyzer>.ReportsAsync(
        $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DynamoToolkit;

        public static class Use
        {
            public static Task Of(DynamoTable<Run> runs) =>
                runs.Update(Run.Key("r")).Set(r => r.{|DTK2004:M|}, null).If(r => r.M.Exists()).ExecuteAsync();
        }

        {{Model("[Materialize(typeof(Tag), nameof(Tag.Name), nameof(Tag.Value))] public Dictionary<string, string>? M { get; set; }")}}
        """,
        mayHaveErrors: true);

    private static string Model(string member) => $$"""
        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("META")]
        public sealed partial class Run
        {
            public required string RunId { get; init; }

            {{member}}
        }

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("TAG#{Name}")]
        public sealed partial class Tag
        {
            public required string RunId { get; init; }

            public required string Name { get; init; }

            public required string Value { get; init; }

            public int Number { get; init; }

            public List<string>? List { get; init; }
        }

        [DynamoTable("runs"), PartitionKey("RUN#{RunId}"), SortKey("POINT#{Name}#{Step}")]
        public sealed partial class Point
        {
            public required string RunId { get; init; }

            public required string Name { get; init; }

            public int Step { get; init; }

            public double Value { get; init; }
        }

        [DynamoTable("runs"), PartitionKey("SPREAD#{RunId}#{Name}"), SortKey("SPREAD")]
        public sealed partial class Spread
        {
            public required string RunId { get; init; }

            public required string Name { get; init; }

            public string? Value { get; init; }
        }

        [DynamoTable("runs"), PartitionKey("STRANGER#{Id}"), SortKey("STRANGER#{Name}")]
        public sealed partial class Stranger
        {
            public required string Id { get; init; }

            public required string Name { get; init; }

            public string? Value { get; init; }
        }

        [DynamoTable("runs"), PartitionKey("OTHER#{RunId}"), SortKey("OTHER#{Name}")]
        public sealed partial class OtherType
        {
            public required int RunId { get; init; }

            public required string Name { get; init; }

            public string? Value { get; init; }
        }

        [DynamoTable("runs"), PartitionKey("VERSIONED#{RunId}"), SortKey("VERSION#{Version}"), VersionControlled]
        public sealed partial class Versioned
        {
            public required string RunId { get; init; }

            [Version]
            public int Version { get; set; }
        }

        [DynamoTable("runs"), PartitionKey("MOVING#{RunId}"), SortKey("MOVING#{No}"), WriteSharded(8, By = nameof(No))]
        public sealed partial class Moving
        {
            public required string RunId { get; init; }

            public int No { get; set; }
        }

        [DynamoTable("elsewhere"), PartitionKey("RUN#{RunId}"), SortKey("TAG#{Name}")]
        public sealed partial class Elsewhere
        {
            public required string RunId { get; init; }

            public required string Name { get; init; }

            public string? Value { get; init; }
        }
        """;
}
