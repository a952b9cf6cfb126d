namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>The comparer that an initializer gives a dictionary or set is there again after reading.</summary>
public sealed class ComparerTests
{
    private const string Ignoring = "StringComparer.OrdinalIgnoreCase";

    [Theory]
    [InlineData("Dictionary<string, int>", "new({0})")]
    [InlineData("Dictionary<string, int>", "new({0}) {{ [\"old\"] = 5 }}")]
    [InlineData("Dictionary<string, int>?", "new({0})")]
    [InlineData("Dictionary<string, int>", "new Dictionary<string, int>(4, {0})")]
    [InlineData("SortedDictionary<string, int>", "new({0})")]
    [InlineData("IDictionary<string, int>", "new Dictionary<string, int>({0})")]
    [InlineData("IReadOnlyDictionary<string, int>", "new Dictionary<string, int>({0})")]
    [InlineData("ImmutableDictionary<string, int>", "ImmutableDictionary.Create<string, int>({0})")]
    [InlineData("ImmutableDictionary<string, int>", "ImmutableDictionary<string, int>.Empty.WithComparers({0})")]
    [InlineData("ImmutableSortedDictionary<string, int>", "ImmutableSortedDictionary.Create<string, int>({0})")]
    [InlineData("FrozenDictionary<string, int>", "new Dictionary<string, int> {{ [\"old\"] = 5 }}.ToFrozenDictionary({0})")]
    public void Dictionary_WithAComparer_KeepsIt(string type, string initializer) => Assert.Equal("1 2 1 1", Harness.Run(
        Model(type, initializer),
        """
        var item = Wired.Read<Item>(
            "{\"id\":{\"S\":\"i\"},\"values\":{\"M\":{\"Ab\":{\"N\":\"1\"},\"c\":{\"N\":\"2\"}}}," +
            "\"init\":{\"M\":{\"Ab\":{\"N\":\"1\"},\"c\":{\"N\":\"2\"}}}}");
        var one = Wired.Read<Item>(
            "{\"id\":{\"S\":\"i\"},\"values\":{\"M\":{\"a\":{\"N\":\"1\"},\"A\":{\"N\":\"2\"}}},\"init\":{\"M\":{}}}").Values!;
        return $"{item.Values!["aB"]} {item.Values.Count} {item.Init!["aB"]} {one.Count}";
        """));

    [Theory]
    [InlineData("HashSet<string>", "new({0})")]
    [InlineData("HashSet<string>?", "new({0})")]
    [InlineData("HashSet<string>", "new HashSet<string>([\"old\"], {0})")]
    [InlineData("SortedSet<string>", "new({0})")]
    [InlineData("ISet<string>", "new HashSet<string>({0})")]
    [InlineData("IReadOnlySet<string>", "new HashSet<string>({0})")]
    [InlineData("ImmutableHashSet<string>", "ImmutableHashSet.Create<string>({0})")]
    [InlineData("ImmutableSortedSet<string>", "ImmutableSortedSet.Create<string>({0})")]
    [InlineData("FrozenSet<string>", "new[] {{ \"old\" }}.ToFrozenSet({0})")]
    public void Set_WithAComparer_KeepsIt(string type, string initializer) => Assert.Equal("True 2 True 1", Harness.Run(
        Model(type, initializer),
        """
        var item = Wired.Read<Item>("{\"id\":{\"S\":\"i\"},\"values\":{\"SS\":[\"Ab\",\"c\"]},\"init\":{\"SS\":[\"Ab\",\"c\"]}}");
        var one = Wired.Read<Item>("{\"id\":{\"S\":\"i\"},\"values\":{\"SS\":[\"a\",\"A\"]},\"init\":{\"SS\":[\"A\"]}}").Values!;
        return $"{item.Values!.Contains("aB")} {item.Values.Count} {item.Init!.Contains("aB")} {one.Count}";
        """));

    /// <summary>An absent set is empty, and its comparer is not lost either.</summary>
    [Fact]
    public void AbsentSet_WithAComparer_KeepsIt() => Assert.Equal("True", Harness.Run(Model("HashSet<string>", "new({0})"), """
        var item = Wired.Read<Item>("{\"id\":{\"S\":\"i\"}}");
        item.Values.Add("a");
        return item.Values.Contains("A").ToString();
        """));

    /// <summary>Binary sets compare contents after reading, unless a comparer says something else.</summary>
    [Fact]
    public void Set_WithACapacityOnly_IsReadAsItWas() => Assert.Equal("True", Harness.Run(
        """
        [DynamoTable("items")]
        public partial class Item
        {
            [PartitionKey] public required string Id { get; init; }
            public HashSet<byte[]> Values { get; set; } = new(new List<byte[]>());
        }
        """,
        """return Wired.Read<Item>(Wired.Write(new Item { Id = "i", Values = [[1, 2]] })).Values.Contains([1, 2]).ToString();"""));

    /// <summary>Ordinary members pay nothing.</summary>
    [Theory]
    [InlineData("HashSet<string>", "[]")]
    [InlineData("HashSet<string>", "new()")]
    [InlineData("HashSet<string>", "new(16)")]
    [InlineData("Dictionary<string, int>", "new() {{ [\"a\"] = 1 }}")]
    [InlineData("ImmutableHashSet<string>", "ImmutableHashSet<string>.Empty")]
    [InlineData("List<string>", "new(new[] {{ \"a\" }})")]
    [InlineData("HashSet<string>", "null!")]
    public void Member_WithoutAComparer_GetsNoCode(string type, string initializer)
    {
        var run = TestKit.GeneratorRunner.Run(
            "using System;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\nusing DynamoToolkit;\n"
                + Model(type, initializer));
        Assert.All(run.Files.Values, file => Assert.DoesNotContain("InitialComparer", file, StringComparison.Ordinal));
    }

    private static string Model(string type, string initializer)
    {
        var value = string.Format(System.Globalization.CultureInfo.InvariantCulture, initializer, Ignoring);
        return $$"""
            [DynamoTable("items")]
            public partial class Item
            {
                [PartitionKey] public required string Id { get; init; }
                public {{type}} Values { get; set; } = {{value}};
                public {{type}} Init { get; init; } = {{value}};
            }
            """;
    }
}
