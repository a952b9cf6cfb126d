using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>A program and the generator's state over it: what the compiler keeps between two keystrokes.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    // The other generator works only for the target DynamoSchemaUpdate.
    private static readonly Type GeneratorType =
        Assembly.Load("DynamoToolkit.Generator").GetType("DynamoToolkit.Generator.DynamoGenerator", throwOnError: true)!;

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ReferencePaths.Select(static path => MetadataReference.CreateFromFile(path))];

    private CSharpCompilation compilation;
    private GeneratorDriver driver;

    /// <summary>The program's own references, this process's: the framework and the library.</summary>
    public static IEnumerable<string> ReferencePaths =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static path =>
            Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "DynamoToolkit.dll" or "netstandard.dll"));

    public GeneratorRun(int entities)
        : this(
            Enumerable.Range(0, entities).Select(static number => Parse($"Entity{number}.cs", EntitySources.Entity(number)))
                .Append(Parse("Greeting.cs", EntitySources.Unrelated)))
    {
    }

    /// <param name="files">How many files there are.</param>
    /// <param name="file">A file by its number, which is called <c>Entity0.cs</c> and so on.</param>
    /// <param name="extra">Further files, which are called <c>Extra0.cs</c> and so on.</param>
    public GeneratorRun(int files, Func<int, string> file, IEnumerable<string> extra)
        : this(
            Enumerable.Range(0, files).Select(number => Parse($"Entity{number}.cs", file(number)))
                .Concat(extra.Select(static (text, number) => Parse($"Extra{number}.cs", text))))
    {
    }

    private GeneratorRun(IEnumerable<SyntaxTree> trees)
    {
        compilation = CSharpCompilation.Create(
            "Application",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        driver = CSharpGeneratorDriver.Create(
            [((IIncrementalGenerator)Activator.CreateInstance(GeneratorType)!).AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs the generator over the program as it is now.</summary>
    /// <returns>
    /// How long it took by the clock and in CPU time, for how many entities it wrote code, and for how many it kept the code.
    /// </returns>
    public (TimeSpan Elapsed, TimeSpan Cpu, int Emitted, int Kept) Run()
    {
        // The garbage of the run before is not this one's.
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        var elapsed = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;

        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);

        var reasons = result.TrackedOutputSteps.Values.SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs).Select(static output => output.Reason).ToList();
        var emitted = reasons.Count(static reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        return (elapsed, cpu, emitted, reasons.Count - emitted);
    }

    /// <summary>The program with what was generated.</summary>
    public Compilation Full() => compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);

    /// <summary>The program must compile with what was generated, or nothing was measured.</summary>
    public void MustCompile()
    {
        var errors = Full().GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join('\n', errors));
    }

    /// <summary>How many files there are now, and how many lines in them.</summary>
    public (int Files, int Lines) Generated()
    {
        var trees = driver.GetRunResult().GeneratedTrees;
        return (trees.Length, trees.Sum(static tree => tree.GetText().Lines.Count));
    }

    /// <summary>Replaces text in one file, as an editor does.</summary>
    public void Edit(string file, string oldText, string newText)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var text = tree.GetText().ToString();
        if (!text.Contains(oldText, StringComparison.Ordinal))
            throw new InvalidOperationException($"{file} does not contain '{oldText}'.");

        compilation = compilation.ReplaceSyntaxTree(tree, Parse(file, text.Replace(oldText, newText, StringComparison.Ordinal)));
    }

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, file);
}
