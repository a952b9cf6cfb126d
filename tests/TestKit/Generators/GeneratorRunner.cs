using DynamoToolkit.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>
/// Runs the generator over test sources. Every run is done twice, the second time on a copy with an edit in an unrelated file, and fails
/// unless all of the pipeline's outputs come from the cache then: so each generator test tests caching too.
/// </summary>
public static class GeneratorRunner
{
    private const string Unrelated = "internal static class UnrelatedFile { internal static int Value => 1; }";
    private const string UnrelatedEdited =
        "internal static class UnrelatedFile { internal static int Value => 2; internal static int Other => 3; }";

    /// <summary>Runs the generator and checks that its output compiles without a complaint.</summary>
    public static GeneratorRun Run(params IEnumerable<string> sources) => Run(TestCompilation.ParseOptions, sources);

    /// <summary>Runs the generator with a language version of its own.</summary>
    public static GeneratorRun Run(CSharpParseOptions parseOptions, params IEnumerable<string> sources)
    {
        var run = RunUnchecked(parseOptions, sources);
        TestCompilation.AssertCompiles(WithNullableWarnings(run));
        return run;
    }

    /// <summary>Runs the generator over sources that refer to a library.</summary>
    public static GeneratorRun Run(Library library, params IEnumerable<string> sources)
    {
        var compilation = TestCompilation.Create([.. sources, Unrelated]).AddReferences(library.Reference);
        var run = RunUnchecked(compilation, TestCompilation.ParseOptions) with { Library = library };
        TestCompilation.AssertCompiles(WithNullableWarnings(run));
        return run;
    }

    /// <summary>Runs the generator where sources are wrong on purpose.</summary>
    public static GeneratorRun RunUnchecked(CSharpParseOptions parseOptions, params IEnumerable<string> sources) =>
        RunUnchecked(TestCompilation.Create(parseOptions, [.. sources, Unrelated]), parseOptions);

    private static GeneratorRun RunUnchecked(CSharpCompilation compilation, CSharpParseOptions parseOptions)
    {
        var driver = Driver(parseOptions).RunGenerators(compilation, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult();
        AssertHealthy(result);
        AssertCached(driver, compilation);
        return new GeneratorRun(compilation.AddSyntaxTrees(result.GeneratedTrees), result);
    }

    /// <summary>A driver that keeps track of the pipeline's steps.</summary>
    public static GeneratorDriver Driver(CSharpParseOptions? parseOptions = null) => CSharpGeneratorDriver.Create(
        [new DynamoGenerator().AsSourceGenerator()],
        parseOptions: parseOptions ?? TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>
    /// Generated code has nullable warnings off, which saves compile time, and must have none all the same.
    /// </summary>
    private static Compilation WithNullableWarnings(GeneratorRun run)
    {
        const string Off = "#nullable disable warnings";
        var compilation = run.Compilation;
        foreach (var tree in run.Result.GeneratedTrees)
        {
            var text = tree.GetText(TestContext.Current.CancellationToken).ToString();
            Assert.Contains(Off, text);
            var strict = SourceText.From(text.Replace(Off, "#nullable enable warnings"), System.Text.Encoding.UTF8);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(strict));
        }

        return compilation;
    }

    private static void AssertHealthy(GeneratorDriverRunResult result)
    {
        Assert.Empty(result.Diagnostics);
        foreach (var failure in result.Results.Select(one => one.Exception).OfType<Exception>())
            Assert.Fail($"The generator threw: {failure}");
    }

    private static void AssertCached(GeneratorDriver driver, CSharpCompilation compilation)
    {
        var edited = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[^1],
            CSharpSyntaxTree.ParseText(
                UnrelatedEdited, (CSharpParseOptions)compilation.SyntaxTrees[^1].Options, compilation.SyntaxTrees[^1].FilePath));
        var again = driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult();
        CacheAssert.AllOutputsCached(again);
    }
}
