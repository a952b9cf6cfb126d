using System.Collections.Immutable;
using DynamoToolkit.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.TestKit;

/// <summary>A project in a workspace with the sources of a rule test and what the generator adds to them.</summary>
internal sealed class RuleProject
{

    private const string GeneratedSuffix = ".g.cs";

    private RuleProject(Project project) => Project = project;

    public Project Project { get; }

    public IEnumerable<Document> Sources =>
        Project.Documents.Where(document => !document.Name.EndsWith(GeneratedSuffix, StringComparison.Ordinal));

    public static async Task<RuleProject> CreateAsync(
        IEnumerable<string> sources, CancellationToken cancellationToken, RuleFile? file = null)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace
            .AddProject("TestProject", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(TestCompilation.Options)
            .WithMetadataReferences(TestReferences.All);
        foreach (var (i, source) in sources.Index())
            project = project.AddDocument($"Test{i}.cs", source, filePath: $"Test{i}.cs").Project;
        if (file is not null)
            project = project.AddAdditionalDocument(file.Name, file.Text, filePath: file.Name).Project;
        return await FromAsync(project, cancellationToken);
    }

    /// <summary>The same project after a fix: what was generated before is generated anew.</summary>
    public static async Task<RuleProject> FromAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (var document in project.Documents.Where(document => document.Name.EndsWith(GeneratedSuffix, StringComparison.Ordinal))
            .ToList())
        {
            project = project.RemoveDocument(document.Id);
        }

        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        var driver = CSharpGeneratorDriver
            .Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGenerators(compilation, cancellationToken);
        foreach (var generated in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
            project = project.AddDocument(generated.HintName, generated.SourceText, filePath: generated.HintName).Project;
        return new RuleProject(project);
    }

    /// <summary>What the analyzer reports, in the order of the sources.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        DiagnosticAnalyzer analyzer, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? config = null)
    {
        var compilation = (await Project.GetCompilationAsync(cancellationToken))!;
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(
                Project.AnalyzerOptions.AdditionalFiles, new TestConfig(config ?? ImmutableDictionary<string, string>.Empty)),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        if (failure is not null)
            throw new InvalidOperationException($"{analyzer.GetType().Name} threw.", failure);
        return [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The errors of the compiler itself.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CompilerErrorsAsync(CancellationToken cancellationToken)
    {
        var compilation = (await Project.GetCompilationAsync(cancellationToken))!;
        return [.. compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            && diagnostic.Id != TestCompilation.MissingPartialId)];
    }
}
