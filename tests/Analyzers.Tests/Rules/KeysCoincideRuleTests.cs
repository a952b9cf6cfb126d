namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class KeysCoincideRuleTests
{
    [Theory]
    [InlineData("META", "META")]
    [InlineData("META", "M{Id}")]
    [InlineData("A#{Id}", "{Id}#{Other}")]
    [InlineData("A#{No}", "A#{Id}")]
    [InlineData("A#{Color}", "A#Red")]
    [InlineData("A#{Color}", "A#-12")]
    [InlineData("A#{Day}", "A#2026-11-28")]
    public Task SortKeys_ThatCanBeEqual_AreReportedAtTheLaterType(string first, string second) =>
        Rule.ReportsAsync(Models(first, second, "{|DTK1029:B|}"));

    [Theory]
    [InlineData("ORDER#{Id}", "ORDER#{Id}#ITEM#{No}")]
    [InlineData("META", "M#{Id}")]
    [InlineData("A#{No}", "A#META")]
    [InlineData("A#{No}", "A#{Day}")]
    [InlineData("A#{Color}", "A#Yellow")]
    [InlineData("A#{Id}", "AB#{Id}")]
    [InlineData("{Id}#2", "META#1")]
    public Task SortKeys_ThatAreNeverEqual_AreAllowed(string first, string second) => Rule.AllowsAsync(Models(first, second, "B"));

    [Fact]
    public Task Types_InOtherPartitionsOrTables_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class A { public required string Id { get; init; } }

        [DynamoTable("table-t"), PartitionKey("B#{Id}"), SortKey("META")]
        public sealed partial class B { public required string Id { get; init; } }

        [DynamoTable("table-u"), PartitionKey("A#{Id}"), SortKey("META")]
        public sealed partial class C { public required string Id { get; init; } }
        """);

    [Fact]
    public Task OwnKeys_OfOneType_AreReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        public sealed partial class A { [PartitionKey] public required int Id { get; init; } }

        [DynamoTable("table-t")]
        public sealed partial class {|DTK1029:B|} { [PartitionKey] public required long Id { get; init; } }
        """);

    [Theory]
    [InlineData("")]
    [InlineData(", DynamoType(\"a\")")]
    public Task ClassAndItsBase_OfWhichNoneOrOnlyTheBaseHasAName_AreReported(string nameOfBase) => Rule.ReportsAsync(
        $$"""
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META"){{nameOfBase}}]
        public partial class A { public required string Id { get; init; } }

        [DynamoTable("table-t")]
        public sealed partial class {|DTK1029:B|} : A { public string? Own { get; set; } }
        """);

    [Fact]
    public Task ClassAndItsBase_WithKeysOfTheirOwn_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), SortKey("META")]
        public partial class A { public required string Id { get; init; } }

        [DynamoTable("table-t"), SortKey("B")]
        public sealed partial class B : A { public string? Own { get; set; } }
        """);

    [Fact]
    public Task OwnKey_ThatIsAGuid_IsNeverAConstant() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("U#{User}"), SortKey("PROFILE")]
        public sealed partial class A { public required string User { get; init; } }

        [DynamoTable("table-t"), PartitionKey("U#{User}")]
        public sealed partial class B
        {
            public required string User { get; init; }
            [SortKey, DynamoAttribute("sk")] public Guid Id { get; init; }
        }
        """);

    [Fact]
    public Task Families_AndViews_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}")]
        public abstract partial class Shape { public required string Id { get; init; } }

        [DynamoTable("table-t"), DynamoType("box")]
        public sealed partial class Box : Shape;

        [DynamoTable("table-t"), DynamoType("circle")]
        public sealed partial class Circle : Shape;

        [DynamoTable("table-t"), PartitionKey("A#{Id}"), ViewOf(typeof(Shape))]
        public sealed partial class View { public required string Id { get; init; } }

        [DynamoTable("table-t"), PartitionKey("A#{Name}"), ViewOf(typeof(Shape))]
        public sealed partial class OtherView { public required string Name { get; init; } }
        """);

    [Fact]
    public Task Type_BesideAFamily_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}")]
        public partial class {|DTK1029:Plain|} { public required string Id { get; init; } }

        [DynamoTable("table-t"), PartitionKey("A#{Id}"), DynamoType("box")]
        public sealed partial class Box { public required string Id { get; init; } }
        """);

    private static string Models(string first, string second, string name) =>
        $$"""
        public enum Color { Red, Green }

        [DynamoTable("table-t"), PartitionKey("P#{P}"), SortKey("{{first}}")]
        public sealed partial class A
        {
            public required string P { get; init; }
            public required string Id { get; init; }
            public required string Other { get; init; }
            public int No { get; init; }
            public DateOnly Day { get; init; }
            public Color Color { get; init; }
        }

        [DynamoTable("table-t"), PartitionKey("P#{P}"), SortKey("{{second}}")]
        public sealed partial class {{name}}
        {
            public required string P { get; init; }
            public required string Id { get; init; }
            public required string Other { get; init; }
            public int No { get; init; }
            public DateOnly Day { get; init; }
            public Color Color { get; init; }
        }
        """;
}
