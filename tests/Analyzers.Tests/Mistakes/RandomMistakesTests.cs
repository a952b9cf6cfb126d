using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Mistakes;

/// <summary>
/// A mistake in a model is reported as what it is, where it is, alone: models with one mistake each have their rule, and the compiler adds
/// nothing, neither in generated files nor where a program uses the model.
/// </summary>
public sealed class RandomMistakesTests
{
    private const int ModelCount = 1_000;
    private const int ModelsPerCompilation = 125;
    private const string Unmade = "DTK0000";

    [Fact]
    public async Task Models_WithOneMistakeEach_HaveTheirRuleAlone()
    {
        var seed = Environment.GetEnvironmentVariable("DTK_RANDOMIZE") == "1" ? Environment.TickCount : 20261128;
        var failures = new List<string>();
        var kinds = new HashSet<Mistake>();
        for (var first = 0; first < ModelCount; first += ModelsPerCompilation)
        {
            var random = new Random(seed + first);
            var models = Enumerable.Range(first, ModelsPerCompilation).Select(number => Draw(random, number)).ToList();
            kinds.UnionWith(models.Select(model => model.Mistake));
            failures.AddRange(await FailuresAsync(models));
        }

        Assert.True(failures.Count == 0, $"Seed {seed}, {failures.Count} failures:\n{string.Join('\n', failures.Take(30))}");
        Assert.Equal(AllMistakes.Kinds.Count, kinds.Count);
    }

    [Fact]
    public async Task Models_WithoutAMistake_HaveNothingReported()
    {
        var random = new Random(1);
        var none = new Mistake(Unmade, _ => { });
        var models = Enumerable.Range(0, 40).Select(number => (Source: new ModelDraft(random, number).ToString(), Mistake: none)).ToList();
        Assert.All(await FailuresAsync(models), failure => Assert.EndsWith(Unmade + " is not reported", failure));
    }

    private static (string Source, Mistake Mistake) Draw(Random random, int number)
    {
        var mistake = AllMistakes.Kinds[number % AllMistakes.Kinds.Count];
        var draft = new ModelDraft(random, number);
        while (!mistake.Fits(draft))
            draft = new ModelDraft(random, number);
        mistake.Make(draft);
        return (draft.ToString(), mistake);
    }

    private static async Task<List<string>> FailuresAsync(List<(string Source, Mistake Mistake)> models)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        // Nullable warnings take the compiler long, and mistakes do not change them.
        var sources = TestCompilation.Create(models.Select(model => model.Source));
        sources = sources.WithOptions(sources.Options.WithNullableContextOptions(NullableContextOptions.Disable));
        var compilation = RuleAnalysis.Generate(sources, out var generated, cancellationToken);
        var all = (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)).Concat(generated).ToLookup(IsOfRule);
        var (byCompiler, byRules) = (all[false], all[true]);

        var files = Enumerable.Range(0, models.Count).ToDictionary(i => $"Test{i}.cs");
        var failures = byCompiler.Concat(byRules)
            .Where(diagnostic => !files.ContainsKey(diagnostic.Location.GetLineSpan().Path))
            .Select(diagnostic => $"In a generated file: {diagnostic}")
            .ToList();
        foreach (var (file, i) in files)
        {
            var (source, mistake) = models[i];
            var added = byCompiler.Where(
                diagnostic =>
                    IsIn(diagnostic, file) && diagnostic.Id != mistake.CompilerErrorId && diagnostic.Severity > DiagnosticSeverity.Hidden);
            failures.AddRange(added.Select(diagnostic => $"Beside {mistake.RuleId}: {diagnostic}\n{source}"));
            var ids = byRules.Where(diagnostic => IsIn(diagnostic, file)).Select(diagnostic => diagnostic.Id).Distinct().ToList();
            if (!ids.Contains(mistake.RuleId))
                failures.Add($"{source}\n{mistake.RuleId} is not reported");
            failures.AddRange(
                ids.Where(id => id != mistake.RuleId && !IsSuggestion(id)).Select(id => $"Beside {mistake.RuleId}: {id}\n{source}"));
        }

        return failures;

        static bool IsOfRule(Diagnostic diagnostic) => diagnostic.Id.StartsWith("DTK", StringComparison.Ordinal);

        // The models are drawn at random, and so are designs that could be better.
        static bool IsSuggestion(string id) => RuleTable.All.Single(rule => rule.Id == id).Severity == DiagnosticSeverity.Info;

        static bool IsIn(Diagnostic diagnostic, string file) => diagnostic.Location.GetLineSpan().Path == file;
    }
}
