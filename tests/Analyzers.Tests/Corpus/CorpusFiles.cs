namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>The files of the corpus, read once.</summary>
internal static class CorpusFiles
{
    private static readonly string Root = RepositoryFiles.PathOf("tests/Analyzers.Tests/Corpus");

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<CorpusFile> All { get; } =
    [
        .. RepositoryFiles.Sources("tests/Analyzers.Tests/Corpus/Models", "tests/Analyzers.Tests/Corpus/Programs")
            .Select(path => new CorpusFile(
                Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n")))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>The models.</summary>
    public static IReadOnlyList<CorpusFile> Models { get; } = [.. All.Where(file => file.IsModel)];

    /// <summary>The programs, without those of top-level statements.</summary>
    public static IReadOnlyList<CorpusFile> Programs { get; } = [.. All.Where(file => !file.IsModel && !file.IsTopLevel)];

    /// <summary>The models that a program uses by their namespaces.</summary>
    public static IEnumerable<CorpusFile> ModelsOf(CorpusFile program) => Models.Where(model =>
        model.Text.Split('\n').FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
            && program.Text.Contains($"using {line["namespace ".Length..].TrimEnd(';')};", StringComparison.Ordinal));

    /// <summary>What stands for other libraries.</summary>
    public static IReadOnlyList<CorpusFile> Stubs { get; } = [.. All.Where(file => file.IsStub)];

    /// <summary>The programs of top-level statements.</summary>
    public static IReadOnlyList<CorpusFile> TopLevel { get; } = [.. All.Where(file => file.IsTopLevel)];
}
