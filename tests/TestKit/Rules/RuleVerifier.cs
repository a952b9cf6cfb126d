using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>
/// Tests a rule on marked sources: <c>[|…|]</c> where its only diagnostic is expected, <c>{|DTK0001:…|}</c> where one of several is.
/// The generator runs too, so that sources may use what it writes. Sources have to compile unless a test says that they can't.
/// </summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
public static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>
    /// Fails unless the rule reports exactly the marked spans, and nothing more once a <c>#pragma</c> disables it.
    /// Without any mark, the rule has to be silent.
    /// </summary>
    /// <param name="markup">The source.</param>
    /// <param name="otherSources">Further files, marked or not.</param>
    /// <param name="mayHaveErrors">Whether the source breaks C#'s own rules too.</param>
    /// <param name="config">What an .editorconfig sets.</param>
    /// <param name="file">An additional file, marked or not.</param>
    public static async Task ReportsAsync(
        string markup,
        IEnumerable<string>? otherSources = null,
        bool mayHaveErrors = false,
        IReadOnlyDictionary<string, string>? config = null,
        RuleFile? file = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var sources = new[] { markup }.Concat(otherSources ?? []).Select(MarkupSource.Parse).ToList();
        var analyzer = new TAnalyzer();
        var fileSource = file is null ? null : MarkupSource.Parse(file.Text);
        file = file is null ? null : file with { Text = fileSource!.Text };
        var project = await RuleProject.CreateAsync(sources.Select(source => source.Text), cancellationToken, file);
        if (!mayHaveErrors)
            await AssertCompilesAsync(project, cancellationToken);

        var expected = sources.SelectMany(
            (source, i) => source.Spans.Select(span => Describe($"Test{i}.cs", span.Id ?? OnlyId(analyzer), source.Text, span.Span)));
        if (file is not null)
        {
            expected = expected.Concat(
                fileSource!.Spans.Select(span => Describe(file.Name, span.Id ?? OnlyId(analyzer), file.Text, span.Span)));
        }

        var actual = await project.AnalyzeAsync(analyzer, cancellationToken, config);
        Assert.Equal(Lines(expected), Lines(actual.Select(one => Describe(one, file))));
        if (actual.Any(one => one.Location.IsInSource))
            await AssertPragmaSilencesAsync(analyzer, sources, actual, config, file, cancellationToken);
    }

    /// <summary>
    /// Fails unless the rule reports the marked spans and its fixer turns the source into the fixed one: one fix after another, and by Fix
    /// All.
    /// </summary>
    /// <param name="markup">The source.</param>
    /// <param name="fixedSource">What the fixes make of it.</param>
    /// <param name="equivalenceKey">Which of several offered fixes to take; the first unless given.</param>
    /// <param name="mayHaveErrors">Whether the source breaks C#'s own rules too.</param>
    /// <param name="fixedMayHaveErrors">Whether the fixed source still does.</param>
    /// <typeparam name="TFixer">The fixer.</typeparam>
    public static async Task FixesAsync<TFixer>(
        string markup, string fixedSource, string? equivalenceKey = null, bool mayHaveErrors = false, bool fixedMayHaveErrors = false)
        where TFixer : CodeFixProvider, new()
    {
        await ReportsAsync(markup, mayHaveErrors: mayHaveErrors);
        var cancellationToken = TestContext.Current.CancellationToken;
        var project = await RuleProject.CreateAsync([MarkupSource.Parse(markup).Text], cancellationToken);
        var run = new FixRun(new TAnalyzer(), new TFixer(), equivalenceKey);

        var oneByOne = await run.FixOneByOneAsync(project, cancellationToken);
        Assert.Equal(fixedSource, await TextAsync(oneByOne, cancellationToken));
        if (!fixedMayHaveErrors)
            await AssertCompilesAsync(oneByOne, cancellationToken);
        var atOnce = await run.FixAllAsync(project, cancellationToken);
        Assert.Equal(fixedSource, await TextAsync(atOnce, cancellationToken));
    }

    /// <summary>
    /// Fails unless the rule reports the marked spans and its fixer turns the additional file into the fixed one: one fix after another,
    /// and
    /// by Fix All. The source stays as it is.
    /// </summary>
    /// <param name="markup">The source.</param>
    /// <param name="file">The additional file, marked or not.</param>
    /// <param name="fixedText">What the fixes make of it.</param>
    /// <typeparam name="TFixer">The fixer.</typeparam>
    public static async Task FixesFileAsync<TFixer>(string markup, RuleFile file, string fixedText)
        where TFixer : CodeFixProvider, new()
    {
        await ReportsAsync(markup, file: file);
        var cancellationToken = TestContext.Current.CancellationToken;
        var source = MarkupSource.Parse(markup).Text;
        var unmarked = file with { Text = MarkupSource.Parse(file.Text).Text };
        var project = await RuleProject.CreateAsync([source], cancellationToken, unmarked);
        var run = new FixRun(new TAnalyzer(), new TFixer(), null);

        var oneByOne = await run.FixOneByOneAsync(project, cancellationToken);
        Assert.Equal(fixedText, await FileTextAsync(oneByOne, cancellationToken));
        var atOnce = await run.FixAllAsync(project, cancellationToken);
        Assert.Equal(fixedText, await FileTextAsync(atOnce, cancellationToken));
        Assert.Equal(source, await TextAsync(atOnce, cancellationToken));
    }

    /// <summary>Fails when the fixer offers anything for the marked spans.</summary>
    /// <param name="markup">The source.</param>
    /// <param name="mayHaveErrors">Whether the source breaks C#'s own rules too.</param>
    /// <typeparam name="TFixer">The fixer.</typeparam>
    public static async Task OffersNoFixAsync<TFixer>(string markup, bool mayHaveErrors = false)
        where TFixer : CodeFixProvider, new()
    {
        await ReportsAsync(markup, mayHaveErrors: mayHaveErrors);
        var cancellationToken = TestContext.Current.CancellationToken;
        var project = await RuleProject.CreateAsync([MarkupSource.Parse(markup).Text], cancellationToken);
        var run = new FixRun(new TAnalyzer(), new TFixer(), null);
        foreach (var diagnostic in await run.FixableAsync(project, cancellationToken))
            Assert.Empty(await run.ActionsAsync(project, diagnostic, cancellationToken));
    }

    private static async Task AssertCompilesAsync(RuleProject project, CancellationToken cancellationToken)
    {
        var errors = await project.CompilerErrorsAsync(cancellationToken);
        Assert.True(errors.Count == 0, $"The source does not compile:\n{Lines(errors.Take(20).Select(error => error.ToString()))}");
    }

    private static async Task AssertPragmaSilencesAsync(
        TAnalyzer analyzer,
        List<MarkupSource> sources,
        IReadOnlyList<Diagnostic> reported,
        IReadOnlyDictionary<string, string>? config,
        RuleFile? file,
        CancellationToken cancellationToken)
    {
        var ids = string.Join(", ", reported.Select(diagnostic => diagnostic.Id).Distinct());
        var project = await RuleProject.CreateAsync(
            sources.Select(source => $"#pragma warning disable {ids}\n{source.Text}"), cancellationToken, file);
        var left = (await project.AnalyzeAsync(analyzer, cancellationToken, config))
            .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Location.IsInSource);
        Assert.True(!left.Any(), $"A #pragma does not silence:\n{Lines(left.Select(one => Describe(one, file)))}");
    }

    private static async Task<string> TextAsync(RuleProject project, CancellationToken cancellationToken) =>
        (await project.Sources.First().GetTextAsync(cancellationToken)).ToString();

    private static async Task<string> FileTextAsync(RuleProject project, CancellationToken cancellationToken) =>
        (await project.Project.AdditionalDocuments.Single().GetTextAsync(cancellationToken)).ToString();

    private static string OnlyId(TAnalyzer analyzer) =>
        analyzer.SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct().ToList() is [var id]
            ? id
            : throw new FormatException($"{analyzer.GetType().Name} has several rules: mark spans as {{|ID:…|}}.");

    private static string Describe(Diagnostic diagnostic, RuleFile? file) => diagnostic.Location.SourceTree is { } tree
        ? Describe(tree.FilePath, diagnostic.Id, tree.ToString(), diagnostic.Location.SourceSpan)
        : file is not null && diagnostic.Location.GetLineSpan().Path == file.Name
        ? Describe(file.Name, diagnostic.Id, file.Text, diagnostic.Location.SourceSpan)
        : $"{diagnostic.Id} without a location: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    private static string Describe(string file, string id, string text, Microsoft.CodeAnalysis.Text.TextSpan span) =>
        $"{file} at {span.Start}: {id} on '{text.Substring(span.Start, span.Length)}'";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
