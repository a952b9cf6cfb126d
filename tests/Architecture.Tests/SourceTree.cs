using System.Runtime.CompilerServices;
using DynamoToolkit.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Architecture.Tests;

/// <summary>The sources of one assembly, and the types that each of its files uses.</summary>
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
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly string Repository = RepositoryFolder();

    private readonly string root;
    private readonly string[] folders;
    private readonly CSharpCompilation compilation;

    /// <summary>Reads the sources of an assembly.</summary>
    /// <param name="assembly">The assembly's name. It is not referred to itself, so that its types come from the sources.</param>
    /// <param name="root">The folder, from the repository's, that names of folders are relative to.</param>
    /// <param name="folders">The folders of the sources, relative to <paramref name="root"/>.</param>
    /// <param name="isWeb">Whether the project uses the web SDK.</param>
    public SourceTree(string assembly, string root, string[] folders, bool isWeb = false)
    {
        this.root = Path.Combine(Repository, root);
        this.folders = [.. folders.Select(folder => Path.GetFullPath(Path.Combine(this.root, folder)) + Path.DirectorySeparatorChar)];
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        var sources = this.folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(isWeb ? GlobalUsings + WebUsings : GlobalUsings, options));
        var written = CSharpCompilation.Create(
            assembly,
            sources,
            References(assembly),
            // Nothing here asks which references may be null, and finding out is most of the compiler's work.
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));

        // With the generated code, because code uses members that only it has.
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(written, out var generated, out _, TestContext.Current.CancellationToken);
        compilation = (CSharpCompilation)generated;
    }

    /// <summary>Names that do not bind. While there are any, the list of used types has gaps.</summary>
    public IEnumerable<Diagnostic> UnknownNames => compilation.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(static diagnostic => diagnostic.Id is "CS0103" or "CS0117" or "CS0234" or "CS0246" or "CS1061");

    /// <summary>The folders that have files.</summary>
    public IEnumerable<string> Folders => Files.Select(FolderOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The types that each file uses, by their names or by their members.</summary>
    public IEnumerable<(string File, INamedTypeSymbol Type)> Uses()
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

    /// <summary>The folder of a file, relative to the root; empty for the root itself.</summary>
    public string FolderOf(string path) =>
        Path.GetDirectoryName(Path.GetRelativePath(root, path))!.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The files of the sources that declare a type.</summary>
    public IEnumerable<string> Declarations(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree.FilePath).Where(IsOwn);

    private IEnumerable<string> Files => compilation.SyntaxTrees.Select(static tree => tree.FilePath).Where(IsOwn);

    private bool IsOwn(string path) => folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<MetadataReference> References(string assembly) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != assembly)
            .Select(static path => MetadataReference.CreateFromFile(path));

    private static string RepositoryFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
