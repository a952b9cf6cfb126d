using System.Collections.Immutable;
using DynamoToolkit.Generator;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Runs all analyzers over sources and what the generator makes of them.</summary>
internal static class RuleAnalysis
{
    /// <summary>One of each analyzer that ships.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ModelAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The sources with their generated code.</summary>
    public static Compilation Generate(Compilation compilation, CancellationToken cancellationToken) =>
        Generate(compilation, out _, cancellationToken);

    /// <summary>The sources with their generated code, and what the generator reports.</summary>
    public static Compilation Generate(
        Compilation compilation, out ImmutableArray<Diagnostic> reported, CancellationToken cancellationToken)
    {
        CSharpGeneratorDriver
            .Create(
                [new DynamoGenerator().AsSourceGenerator()],
                parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options ?? TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out reported, cancellationToken);
        return generated;
    }

    /// <summary>
    /// Fails when the compiler reports more than that a type misses <c>partial</c>, which is the same mistake as a rule's.
    /// </summary>
    public static void AssertCompiles(Compilation compilation) =>
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic =>
            diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Id != TestCompilation.MissingPartialId);

    /// <summary>
    /// What the analyzers report, with a baseline of what is stored if one is given; an exception in one of them is thrown.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation, CancellationToken cancellationToken, string? baseline = null) =>
        RunAsync(
            compilation,
            static (analysis, cancellationToken) => analysis.GetAnalyzerDiagnosticsAsync(cancellationToken),
            cancellationToken,
            baseline);

    /// <summary>What the compiler and the analyzers report, for one compilation's price.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithCompilerAsync(Compilation compilation, CancellationToken cancellationToken) =>
        RunAsync(
            compilation, static (analysis, cancellationToken) => analysis.GetAllDiagnosticsAsync(cancellationToken), cancellationToken);

    /// <summary>What the compiler and the analyzers report in some of the sources, without the work for the others.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunWithCompilerAsync(
        Compilation compilation, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken) => RunAsync(
        compilation,
        async (analysis, cancellationToken) =>
        {
            var all = ImmutableArray.CreateBuilder<Diagnostic>();
            foreach (var tree in trees)
            {
                var model = analysis.Compilation.GetSemanticModel(tree);
                all.AddRange(model.GetDiagnostics(cancellationToken: cancellationToken));
                all.AddRange(await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken));
                all.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellationToken));
            }

            return all.ToImmutable();
        },
        cancellationToken);

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation,
        Func<CompilationWithAnalyzers, CancellationToken, Task<ImmutableArray<Diagnostic>>> run,
        CancellationToken cancellationToken,
        string? baseline = null)
    {
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(baseline is null ? [] : [new BaselineText(baseline)]),
            onAnalyzerException: (exception, _, _) => failure = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await run(compilation.WithAnalyzers(Analyzers, options), cancellationToken);
        return failure is null ? diagnostics : throw new InvalidOperationException("An analyzer threw.", failure);
    }
}
