using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>A mistake in good code is found where it is, and nothing else is reported for it.</summary>
public sealed class BrokenVariantsTests
{
    [Fact]
    public void Variants_AreManyAndOfAllFamilies()
    {
        Assert.True(BrokenVariants.All.Count >= 150, $"{BrokenVariants.All.Count} variants");
        var rules = BrokenVariants.All.Select(variant => variant.RuleId).Distinct().ToList();
        Assert.True(rules.Count >= 70, $"{rules.Count} rules");
        Assert.Equal(BrokenVariants.All.Count, BrokenVariants.All.Distinct().Count());
    }

    [Fact]
    public Task VariantsOfModels_HaveTheirRuleAlone() => CheckAsync(BrokenVariants.OfModels, CorpusFiles.Models);

    [Fact]
    public Task VariantsOfPrograms_HaveTheirRuleAlone() =>
        CheckAsync(BrokenVariants.OfPrograms, [.. CorpusFiles.Models, .. CorpusFiles.Programs]);

    /// <summary>Breaks each file once in a compilation, until all variants had their turn: files do not depend on what is broken.</summary>
    private static async Task CheckAsync(IReadOnlyList<BrokenVariant> variants, IReadOnlyList<CorpusFile> files)
    {
        var failures = new List<string>();
        var rounds = variants.GroupBy(variant => variant.Part)
            .SelectMany(ofFile => ofFile.Index())
            .GroupBy(one => one.Index, one => one.Item);
        foreach (var round in rounds)
            failures.AddRange(await FailuresAsync([.. round], files));
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join('\n', failures)}");
    }

    private static async Task<List<string>> FailuresAsync(IReadOnlyList<BrokenVariant> variants, IReadOnlyList<CorpusFile> files)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var broken = variants.ToDictionary(variant => variant.File, variant => variant.Apply(files));
        var sources = files.Select(file => broken.GetValueOrDefault(file.Name, file));
        var compilation = RuleAnalysis.Generate(CorpusCompilation.Of(sources), out var generated, cancellationToken);

        // A broken model can break what is generated, and a broken program only itself. File by file, as here, an editor shows only what a
        // rule reports inside the code that it looks at.
        var reported = variants[0].IsOfModel
            ? await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)
            : await RuleAnalysis.RunWithCompilerAsync(
                compilation, compilation.SyntaxTrees.Where(tree => broken.ContainsKey(tree.FilePath)), cancellationToken);
        var found = reported.Concat(generated)
            .DistinctBy(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan()))
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden
                && !CorpusTests.Deliberate.Any(known => CorpusTests.Describe(diagnostic).StartsWith(known, StringComparison.Ordinal)))
            .ToLookup(CorpusCompilation.FileOf);
        var failures = found.Where(file => !broken.ContainsKey(file.Key)).SelectMany(file => file)
            .Select(diagnostic => $"Elsewhere: {CorpusTests.Describe(diagnostic)}")
            .ToList();
        foreach (var variant in variants)
        {
            var all = found[variant.File].Where(variant.Counts).ToList();
            if (all is not [{ } only] || only.Id != variant.RuleId
                || only.Location.SourceSpan != variant.SpanIn(broken[variant.File].Text))
            {
                var instead = string.Concat(all.Select(one => $"\n    {CorpusTests.Describe(one)}"));
                failures.Add($"{variant} must be at '{variant.Span}':{instead}");
            }
        }

        return failures;
    }
}
