using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>Good code is left in peace: the rules report nothing in the corpus above a suggestion, and few of these.</summary>
public sealed class CorpusTests
{
    /// <summary>The suggestions that a reader of the code would agree with, and decide against.</summary>
    internal static IReadOnlyList<string> Deliberate { get; } =
    [
        // The class shows that it changes, by [DynamoDefault]; it is as old as the table all the same.
        "Models/Parking.cs: DTK0060 'Paid'",
    ];

    [Fact]
    public void Corpus_HasSixtyModelsAndSixtyPrograms()
    {
        Assert.True(CorpusFiles.Models.Count >= 60, $"{CorpusFiles.Models.Count} models");
        var programs = CorpusFiles.Programs.Concat(CorpusFiles.TopLevel).Count(file => !file.IsStub);
        Assert.True(programs >= 60, $"{programs} programs");
    }

    [Fact]
    public async Task Corpus_HasNothingReportedButDeliberateSuggestions()
    {
        var found = await FindAsync([.. CorpusFiles.Models, .. CorpusFiles.Programs]);
        foreach (var program in CorpusFiles.TopLevel)
            found.AddRange(await FindAsync([.. CorpusFiles.ModelsOf(program), .. CorpusFiles.Stubs, program]));
        var unexpected = found.Where(line => !Deliberate.Any(known => line.StartsWith(known, StringComparison.Ordinal))).ToList();
        Assert.True(unexpected.Count == 0, string.Join('\n', unexpected));
        Assert.All(Deliberate, known => Assert.Contains(found, line => line.StartsWith(known, StringComparison.Ordinal)));
    }

    /// <summary>A diagnostic as text: its file, its rule, the source that it is at, and its message.</summary>
    internal static string Describe(Diagnostic diagnostic) =>
        $"{CorpusCompilation.FileOf(diagnostic)}: {diagnostic.Id} '{CorpusCompilation.SpanOf(diagnostic)}' "
        + diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static async Task<List<string>> FindAsync(IEnumerable<CorpusFile> files)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(CorpusCompilation.Of(files), out var generated, cancellationToken);
        var all = (await RuleAnalysis.RunWithCompilerAsync(compilation, cancellationToken)).Concat(generated);
        return
        [
            .. all.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
                .Select(Describe),
        ];
    }
}
