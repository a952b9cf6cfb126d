using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>Makes compilations like those of a strict application: nullable, documented, every warning an error.</summary>
public static class TestCompilation
{
    /// <summary>The compiler's error about a type that misses <c>partial</c>. It stands at the type, as the rule about it does.</summary>
    public const string MissingPartialId = "CS0260";

    /// <summary>What the tests compile with unless they say otherwise.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    /// <summary>The options of a library: CS1591 (public members without docs) is left to the sources' own choice.</summary>
    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Error,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)],
        reportSuppressedDiagnostics: false);

    /// <summary>Compiles sources, as <c>Test0.cs</c>, <c>Test1.cs</c> and so on.</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) => Create(ParseOptions, sources);

    /// <summary>Compiles sources with a language version of their own.</summary>
    public static CSharpCompilation Create(CSharpParseOptions parseOptions, params IEnumerable<string> sources) => CSharpCompilation.Create(
        "TestAssembly",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parseOptions, $"Test{i}.cs", System.Text.Encoding.UTF8)),
        TestReferences.All,
        Options);

    /// <summary>Fails when the compiler has anything to say, and shows the line that it speaks of.</summary>
    public static void AssertCompiles(Compilation compilation)
    {
        var complaints = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).ToList();
        if (complaints.Count == 0)
            return;
        var lines = complaints.Take(20).Select(diagnostic => $"{diagnostic}\n    {LineOf(diagnostic)}");
        Assert.Fail($"{complaints.Count} complaints of the compiler:\n{string.Join('\n', lines)}");
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
}
