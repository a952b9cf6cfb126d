using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Code is broken most of the time that somebody types it. The analyzers, and the parser in the generator, must bear it.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using DynamoToolkit;

        [DynamoTable("tracking")]
        [PartitionKey("RUN#{RunId}"), SortKey("META", AttributeName = "sort")]
        [GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{StartTime}", Projection = IndexProjection.Include, Include = [nameof(Name)])]
        [GlobalIndex("many", ["{RunId}", "{Name}"], ["{StartTime}"])]
        [LocalIndex("byEnd", "{Ends[0]}")]
        public sealed partial record Run(string RunId, [property: DynamoAttribute("exp")] int? ExperimentId = 1) : Entity<Run.Step>
        {
            public long StartTime { get; init; } = 5;

            [DynamoAttribute(EnumStorage = EnumStorage.Number)]
            public required DayOfWeek Day { get; set; }

            [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }

            public HashSet<string> Tags { get; set; } = [];

            public Dictionary<string, List<Step?>>? Steps { get; set; }

            [DynamoIgnore] public object Cache => Name ?? "";

            [DynamoMap]
            public partial record struct Step(int Number, byte[] Hash);
        }

        public abstract class Entity<T>
        {
            [DynamoAttribute("n")] protected string? Name { get; private set; }

            public T[]? All { get; set; }
        }
        """;

    [Fact]
    public Task Source_CutOffAfterEachToken_NeverMakesAnAnalyzerThrow() =>
        AnalyzeAsync(Tokens(Source).Select(token => Source[..token.End]));

    [Fact]
    public Task Source_WithEachTokenMissing_NeverMakesAnAnalyzerThrow() =>
        AnalyzeAsync(Tokens(Source).Select(token => Source.Remove(token.Start, token.End - token.Start)));

    [Fact]
    public async Task Attribute_BeforeWhatLooksLikeAMember_NeverMakesTheGeneratorThrow()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        string[] declarations = ["public partial Note Note { get; }", "public delegate void Note();", "enum Note { A }", "int note;"];
        foreach (var declaration in declarations)
        {
            var source = TestCompilation.Create($"using DynamoToolkit;\n[DynamoTable(\"notes\"), DynamoMap]\n{declaration}");
            RuleAnalysis.Generate(source, out var reported, cancellationToken);
            Assert.Empty(reported);
        }
    }

    [Theory]
    [InlineData("[WriteSharded(8, By = nameof(Id))] partial class Note { public string Id Id { get; set; } }")]
    [InlineData("[WriteSharded(8, By = \"Nothing\")] partial class Note { public string Id { get; set; } }")]
    public void Shards_OfAMemberThatIsNotThere_NeverMakeTheGeneratorThrow(string declaration)
    {
        var source = TestCompilation.Create(
            $"using DynamoToolkit;\n[DynamoTable(\"notes\"), PartitionKey(\"NOTE\"), SortKey(\"{{Other}}\")]\n{declaration}");
        RuleAnalysis.Generate(source, out var reported, TestContext.Current.CancellationToken);
        Assert.Empty(reported);
    }

    [Fact]
    public async Task Source_CutOffAfterEverySecondToken_NeverMakesAFixerThrowOrOfferNothing()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var source = Source
            .Replace(" partial", "", StringComparison.Ordinal)
            .Replace("HashSet<string>", "HashSet<bool>", StringComparison.Ordinal);
        var empty = FixerWorkspace.CreateProject();
        var offered = 0;
        foreach (var (_, end) in Tokens(source).Where((_, i) => i % 2 == 0))
        {
            var document = empty.AddDocument("Test.cs", source[..end], filePath: "Test.cs");
            foreach (var action in await FixerWorkspace.ActionsAsync(document.Project, cancellationToken))
            {
                var changed = (await FixerWorkspace.ApplyAsync(action, cancellationToken)).GetDocument(document.Id)!;
                Assert.NotEqual(source[..end], (await changed.GetTextAsync(cancellationToken)).ToString());
                offered++;
            }
        }

        Assert.True(offered > 100, $"Only {offered} fixes were offered.");
    }

    [Fact]
    public async Task Calls_WithEachTokenMissingOrTwice_NeverMakeAnAnalyzerThrow()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var types = RuleAnalysis.Generate(TestCompilation.Create(CallSources.Types), cancellationToken);
        var count = 0;
        foreach (var (start, end) in Tokens(CallSources.Calls))
        {
            var token = CallSources.Calls[start..end];
            foreach (var source in new[] { CallSources.Calls.Remove(start, end - start), CallSources.Calls.Insert(end, $" {token}") })
            {
                var tree = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, cancellationToken: cancellationToken);
                await RuleAnalysis.RunAsync(types.AddSyntaxTrees(tree), cancellationToken);
                count++;
            }
        }

        Assert.True(count > 400, $"Only {count} sources were tried.");
    }

    private static List<(int Start, int End)> Tokens(string source) =>
        [.. CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Select(token => (token.SpanStart, token.Span.End))];

    private static async Task AnalyzeAsync(IEnumerable<string> sources)
    {
        // A new tree in an old compilation spares reading the references again.
        var cancellationToken = TestContext.Current.CancellationToken;
        var empty = TestCompilation.Create();
        var count = 0;
        foreach (var source in sources)
        {
            var tree = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, cancellationToken: cancellationToken);
            await RuleAnalysis.RunAsync(empty.AddSyntaxTrees(tree), cancellationToken);
            count++;
        }

        Assert.True(count > 200, $"Only {count} sources were tried.");
    }
}
