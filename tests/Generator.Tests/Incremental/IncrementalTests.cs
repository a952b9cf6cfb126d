using DynamoToolkit.Shared.Model;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Generator.Tests.Incremental;

/// <summary>What runs again after an edit: nothing but what the edit is about.</summary>
public sealed class IncrementalTests
{
    private const string Item = """
        using DynamoToolkit;
        [DynamoTable("items"), PartitionKey("P#{Id}")]
        public partial class Item
        {
            public required string Id { get; init; }
            public string? Name { get; set; }
            public int Twice() { return 2; }
        }
        """;

    private const string Sibling = """
        [DynamoToolkit.DynamoTable("items")]
        public partial record Sibling([property: DynamoToolkit.PartitionKey] string Id, Kind Kind);
        public enum Kind { A, B }
        """;

    private const string Map = "[DynamoToolkit.DynamoMap] public partial record Part(string Name);";

    [Theory]
    [InlineData("unrelated file", null, null)]
    [InlineData("comment above", "using DynamoToolkit;", "// a comment\nusing DynamoToolkit;")]
    [InlineData("body", "return 2;", "return 1 + 1;")]
    [InlineData("further method", "public int Twice()", "private void Other() { } public int Twice()")]
    [InlineData("order of attributes",
        "[DynamoTable(\"items\"), PartitionKey(\"P#{Id}\")]", "[PartitionKey(\"P#{Id}\")] [DynamoTable(\"items\")]")]
    public void Edit_ThatChangesNoModel_ReEmitsNothing(string kind, string? before, string? after)
    {
        var result = RunAndEdit(before, after);

        Assert.All(
            CacheAssert.ReasonsOf(result, StepNames.Tables),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, kind));
        CacheAssert.AllOutputsCached(result);
    }

    [Theory]
    [InlineData("Name { get; set; }", "Title { get; set; }")]
    [InlineData("string? Name", "int? Name")]
    [InlineData("\"P#{Id}\"", "\"Q#{Id}\"")]
    [InlineData("\"items\"", "\"others\"")]
    [InlineData("string? Name { get; set; }", "string? Name { get; set; } [DynamoAttribute(\"x\")] public int More { get; set; }")]
    public void Edit_OfAModel_ReEmitsThatModelOnly(string before, string after)
    {
        var result = RunAndEdit(before, after);

        var reasons = CacheAssert.ReasonsOf(result, StepNames.Tables);
        Assert.Single(reasons, IncrementalStepRunReason.Modified);
        Assert.Single(reasons, reason => reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached);
        Assert.Equal(IncrementalStepRunReason.Cached, Assert.Single(CacheAssert.ReasonsOf(result, StepNames.Models)));
        Assert.All(
            CacheAssert.ReasonsOf(result, StepNames.Maps),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void Model_ThatIsNoItemTypeAnyMore_TakesItsFilesAway()
    {
        var before = TestCompilation.Create(Item, Sibling);
        var driver = GeneratorRunner.Driver().RunGenerators(before, TestContext.Current.CancellationToken);
        var after = Replace(before, 0, Item.Replace("[DynamoTable(\"items\"), PartitionKey(\"P#{Id}\")]", "", StringComparison.Ordinal));

        var result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult();

        var sources = result.Results.Single().GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Assert.Equal(["DynamoToolkit.DynamoModels.g.cs", "Sibling.g.cs"], sources.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Item>()", sources["DynamoToolkit.DynamoModels.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Of<global::Sibling>()", sources["DynamoToolkit.DynamoModels.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void SpecsOfTheSameModels_ParsedTwice_AreEqual()
    {
        var first = Specs(Item, Sibling, Map);
        var second = Specs("// moved\n\n" + Item.Replace("return 2;", "return 3;", StringComparison.Ordinal), Sibling, Map);

        Assert.Equal(first, second);
        Assert.Equal(first.Select(spec => spec.GetHashCode()), second.Select(spec => spec.GetHashCode()));
    }

    private static GeneratorDriverRunResult RunAndEdit(string? before, string? after)
    {
        var compilation = TestCompilation.Create(Item, Sibling, Map, "class Unrelated;");
        var driver = GeneratorRunner.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        if (before is not null)
            Assert.Contains(before, Item, StringComparison.Ordinal);
        var edited = before is null
            ? Replace(compilation, 3, "class Unrelated { int edited; }")
            : Replace(compilation, 0, Item.Replace(before, after, StringComparison.Ordinal));
        return driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string source) => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees[file],
        CSharpSyntaxTree.ParseText(
            source,
            TestCompilation.ParseOptions,
            compilation.SyntaxTrees[file].FilePath,
            cancellationToken: TestContext.Current.CancellationToken));

    private static List<ItemSpec> Specs(params IEnumerable<string> sources) =>
        [.. SpecParser.ParseAll(TestCompilation.Create(sources)).OfType<ItemSpec>()];
}
