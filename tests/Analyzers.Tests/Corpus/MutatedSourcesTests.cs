using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>
/// Neither an analyzer nor the generator throws, whatever becomes of a source. <c>DTK_FULL_MUTATIONS=1</c> tries all, otherwise a few.
/// </summary>
public sealed class MutatedSourcesTests
{
    private const int FullCount = 5_000;
    private const int QuickCount = 120;
    private const int Kinds = 3;
    private const int MaxFailures = 20;

    [Fact]
    public async Task MutatedSources_NeverMakeAnAnalyzerOrTheGeneratorThrow()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var most = Environment.GetEnvironmentVariable("DTK_FULL_MUTATIONS") == "1" ? FullCount : QuickCount;
        var seed = Environment.GetEnvironmentVariable("DTK_RANDOMIZE") == "1" ? Environment.TickCount : 20261129;
        var random = new Random(seed);
        var tried = 0;
        var failures = new List<string>();
        for (var batch = 0; (tried < most || batch < Kinds) && failures.Count < MaxFailures; batch++)
        {
            // Models alone, programs over sound models, and everything: what is broken hides what would break elsewhere.
            IReadOnlyList<CorpusFile> mutated = (batch % Kinds) switch
            {
                0 => CorpusFiles.Models,
                1 => [.. CorpusFiles.Programs, .. CorpusFiles.TopLevel],
                _ => CorpusFiles.All,
            };
            mutated = [.. mutated.Where(file => !file.IsStub).Select(file => SourceMutation.Mutate(file, random))];
            if (await FailureAsync(FilesWith(mutated), cancellationToken) is { } failure)
                failures.Add($"Seed {seed}, batch {batch}: {await FindAsync(mutated, cancellationToken)}\n{failure}");
            tried += mutated.Count;
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures over {tried} sources:\n{string.Join("\n\n", failures)}");
    }

    /// <summary>Mutated files, and the others as they are.</summary>
    private static IEnumerable<CorpusFile> FilesWith(IReadOnlyList<CorpusFile> mutated)
    {
        var replaced = mutated.ToDictionary(file => file.Name);
        var isOfModels = mutated.All(file => file.IsModel);
        return (isOfModels ? CorpusFiles.Models : CorpusFiles.All).Select(file => replaced.GetValueOrDefault(file.Name, file));
    }

    /// <summary>What throws over files; null if nothing does.</summary>
    private static async Task<string?> FailureAsync(IEnumerable<CorpusFile> files, CancellationToken cancellationToken)
    {
        var compilation = RuleAnalysis.Generate(CorpusCompilation.Of(files), out var reported, cancellationToken);
        if (reported.FirstOrDefault(one => one.Id is "CS8784" or "CS8785") is { } thrown)
            return thrown.ToString();
        try
        {
            await RuleAnalysis.RunAsync(compilation, cancellationToken);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>Which of the files makes something throw, even alone.</summary>
    private static async Task<string> FindAsync(IReadOnlyList<CorpusFile> mutated, CancellationToken cancellationToken)
    {
        foreach (var file in mutated)
        {
            if (await FailureAsync([file], cancellationToken) is not null)
                return $"{file.Name} has become\n{file.Text}";
        }

        return "no file alone";
    }
}
