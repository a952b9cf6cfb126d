using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <summary>Compiles files of the corpus, many at once: they have namespaces and tables of their own.</summary>
internal static class CorpusCompilation
{
    /// <summary>What the programs refer to beside the framework, the SDK and the library.</summary>
    private static readonly IEnumerable<MetadataReference> Others =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name is "Microsoft.Bcl.AsyncInterfaces.dll" || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                    || name.StartsWith("xunit.v3.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static readonly CSharpCompilation Empty = TestCompilation.Create().AddReferences(Others);

    private static readonly Dictionary<string, SyntaxTree> Trees = CorpusFiles.All.ToDictionary(file => file.Name, Parse);

    /// <summary>Compiles files.</summary>
    public static CSharpCompilation Of(IEnumerable<CorpusFile> files)
    {
        var all = files.ToList();
        var compilation = Empty.AddSyntaxTrees(all.Select(TreeOf));
        return all.Exists(file => file.IsTopLevel)
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }

    /// <summary>The name of the file that a diagnostic is in.</summary>
    public static string FileOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath ?? "";

    /// <summary>The source that a diagnostic is at.</summary>
    public static string SpanOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan) ?? "";

    private static SyntaxTree TreeOf(CorpusFile file) =>
        Trees[file.Name] is var known && known.ToString() == file.Text ? known : Parse(file);

    private static SyntaxTree Parse(CorpusFile file) =>
        CSharpSyntaxTree.ParseText(file.Text, TestCompilation.ParseOptions, file.Name, System.Text.Encoding.UTF8);
}
