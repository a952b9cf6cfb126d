namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>What a read makes of attributes that an older item lacks.</summary>
public sealed class MissingAttributeTests
{
    private const string Members = """
        public enum Color { Red, Green }
        [DynamoMap] public partial record Part(string Name);
        [DynamoMap] public partial record struct Point(int X);
        [DynamoTable("items")POLICY]
        public partial class Item
        {
            [PartitionKey] public required int Id { get; init; }
            public int Number { get; init; }
            public required bool Flag { get; init; }
            public Color Color { get; set; }
            public DateTimeOffset At { get; private set; }
            public Point Point { get; init; }
            public string Text { get; init; } = null!;
            public required byte[] Bytes { get; init; }
            public required List<string> List { get; init; }
            public required string[] Array { get; init; }
            public required IReadOnlyList<string> Interface { get; init; }
            public ImmutableArray<int> Immutable { get; init; }
            public required Dictionary<string, string?> Map { get; init; }
            public required IDictionary<Color, int> ByColor { get; init; }
            public required FrozenDictionary<string, int> Frozen { get; init; }
            public HashSet<string> Set { get; init; } = null!;
            public int Own { get; init; } = 7;
            [DynamoDefault(5)] public int Five { get; init; }
            public int? Maybe { get; init; }
        }

        """;

    private const string Show = """
        static string Show(Item i) => FormattableString.Invariant(
            $"{i.Number} {i.Flag} {i.Color} {i.At:yyyy} {i.Point.X} '{i.Text}' {i.Bytes.Length} {i.List.Count} {i.Array.Length} ")
            + FormattableString.Invariant(
            $"{i.Interface.Count} {i.Immutable.Length} {i.Map.Count} {i.ByColor.Count} {i.Frozen.Count} {i.Set.Count} ")
            + FormattableString.Invariant($"{i.Own} {i.Five} {i.Maybe?.ToString() ?? "-"}");

        """;

    [Theory]
    [InlineData("", ", DynamoMissing(MissingAttributes.UseDefault)")]
    [InlineData("[assembly: DynamoMissing(MissingAttributes.UseDefault)]", "")]
    [InlineData("[assembly: DynamoMissing(MissingAttributes.Throw)]", ", DynamoMissing(MissingAttributes.UseDefault)")]
    public void UseDefault_GivesEmptyValues_ToWhatIsAbsentOrNull(string onAssembly, string onType) => Assert.Equal(
        "0 False Red 0001 0 '' 0 0 0 0 0 0 0 0 0 7 5 -",
        Harness.Run(
            onAssembly + Members.Replace("POLICY", onType, StringComparison.Ordinal),
            Show + """"return Show(Wired.Read<Item>("""{"id":{"N":"1"},"number":{"NULL":true}}"""));""""));

    [Theory]
    [InlineData("")]
    [InlineData(", DynamoMissing(MissingAttributes.Throw)")]
    public void Throw_NamesTheAttributeAndTheRemedies(string policy)
    {
        var message = Harness.Run(
            (policy.Length == 0 ? "" : "[assembly: DynamoMissing(MissingAttributes.UseDefault)]")
            + Members.Replace("POLICY", policy, StringComparison.Ordinal),
            """"return Wired.Fails<ItemFormatException>(() => Wired.Read<Item>("""{"id":{"N":"1"}}"""));"""");

        Assert.StartsWith("Attribute 'number' of Item: expected a value, found no such attribute.", message, StringComparison.Ordinal);
        Assert.All(
            ["[DynamoDefault]", "initializer", "nullable", "[DynamoMissing(MissingAttributes.UseDefault)]"],
            remedy => Assert.Contains(remedy, message, StringComparison.Ordinal));
    }

    [Fact]
    public void UseDefault_NeverInventsAKeyOrAMap()
    {
        const string Item = """
            [DynamoMap] public partial record Part(string Name);
            [DynamoTable("items"), DynamoMissing(MissingAttributes.UseDefault)]
            public partial record Item([property: PartitionKey] int Id, [property: SortKey] long No, Part Part);
            """;
        static string Fails(string json) => Harness.Run(
            Item, "return Wired.Fails<ItemFormatException>(() => Wired.Read<Item>(\"\"\"" + json + "\"\"\"));");

        Assert.StartsWith("Attribute 'no'", Fails("""{"id":{"N":"1"},"part":{"M":{"name":{"S":"x"}}}}"""), StringComparison.Ordinal);
        Assert.StartsWith("Attribute 'part'", Fails("""{"id":{"N":"1"},"no":{"N":"1"}}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_OfABaseClass_HoldsBelowIt_UntilAnotherIsNearer() => Assert.Equal("0 throws 3", Harness.Run(
        """
        [DynamoMissing(MissingAttributes.UseDefault)] public abstract class Base { public int N { get; set; } }
        [DynamoMap] public partial class Kind : Base;
        [DynamoMap, DynamoMissing(MissingAttributes.Throw)] public partial class Strict : Base;
        [DynamoMap, DynamoMissing(MissingAttributes.UseDefault)] public partial record Parameter(int N = 3);
        """,
        """
        var strict = Wired.Fails<ItemFormatException>(() => Wired.Read<Strict>("{}")).Length > 0 ? "throws" : "";
        return $"{Wired.Read<Kind>("{}").N} {strict} {Wired.Read<Parameter>("{}").N}";
        """));
}
