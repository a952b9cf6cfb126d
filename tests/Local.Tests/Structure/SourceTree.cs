using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Local.Tests.Structure;

/// <summary>The sources of a project under <c>src</c>, and the types that each of its files uses.</summary>
internal sealed class SourceTree
{
    // What the SDKs import into every file.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        """;

    private readonly CSharpCompilation compilation;
    private readonly Lazy<IReadOnlyList<(string File, INamedTypeSymbol Type)>> uses;

    /// <summary>Reads a project.</summary>
    /// <param name="name">The project's folder under <c>src</c>.</param>
    /// <param name="isWeb">Whether the project uses the web SDK.</param>
    /// <param name="linked">Files that the project takes from elsewhere, as paths under <c>src</c>.</param>
    public SourceTree(string name, bool isWeb = false, params string[] linked)
    {
        Root = RootOf(name);
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var paths = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Concat(linked.Select(static path => Path.Combine(SourceFolder(), path)));
        compilation = CSharpCompilation.Create(
            name,
            paths.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
                .Append(CSharpSyntaxTree.ParseText(isWeb ? GlobalUsings + WebUsings : GlobalUsings, options)),
            References(name),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        uses = new(() => [.. FindUses()]);
    }

    /// <summary>The project's folder.</summary>
    public string Root { get; }

    /// <summary>The folder of a project.</summary>
    public static string RootOf(string name) => Path.Combine(SourceFolder(), name);

    /// <summary>The errors of the compilation. While there are any, the list of used types may have gaps.</summary>
    public IEnumerable<Diagnostic> Errors => compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS5001");

    /// <summary>The types that each file uses, by their names or by their members.</summary>
    public IReadOnlyList<(string File, INamedTypeSymbol Type)> Uses => uses.Value;

    /// <summary>The project's own files.</summary>
    public IEnumerable<string> Files() => compilation.SyntaxTrees.Select(static tree => tree.FilePath).Where(IsOwn);

    /// <summary>The folder of a file of the project, relative to the project; empty for the project's own folder.</summary>
    public string FolderOf(string path) =>
        Path.GetDirectoryName(Path.GetRelativePath(Root, path))!.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Whether a file lies in the project's folder.</summary>
    public bool IsOwn(string path) => path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private IEnumerable<(string File, INamedTypeSymbol Type)> FindUses()
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => IsOwn(tree.FilePath)))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
                if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type)
                    yield return (tree.FilePath, type);
            }
        }
    }

    // The project's own assembly is left out, so that its types come from the sources.
    private static IEnumerable<MetadataReference> References(string name) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != "DynamoToolkit." + name)
            .Select(static path => MetadataReference.CreateFromFile(path));

    private static string SourceFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src"));
}
