using System.Runtime.CompilerServices;
using DynamoToolkit.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrackingStore.Tests.Structure;

/// <summary>
/// The folders of samples/TrackingStore are floors, as docs/tracking-store.md says: code knows its own folder and the floors below it.
/// Folders of one floor do not know each other.
/// </summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Errors"] = 0,
        ["Values"] = 0,
        ["Model"] = 1,
        ["Search"] = 2,
        ["Artifacts"] = 2,
        ["Store"] = 3,
        ["Protocol/Messages"] = 0,
        ["Protocol"] = 3,
        ["Protocol/Replies"] = 4,
        ["Protocol/Requests"] = 4,
        ["Protocol/Filters"] = 5,
        ["Endpoints"] = 6,
        ["Endpoints/Artifacts"] = 7,
        ["Endpoints/Experiments"] = 7,
        ["Endpoints/Metrics"] = 7,
        ["Endpoints/Runs"] = 7,
        ["Endpoints/Service"] = 7,
        ["Pages"] = 8,
        ["Server"] = 9,
        ["."] = 10,
    };

    [Fact]
    public void Folders_KnowOnlyTheFloorsBelow()
    {
        var root = SampleFolder();
        var compilation = Compile(root);
        var wrong = Sources(root, compilation).SelectMany(tree => Upwards(root, tree, compilation)).Distinct().Order();
        Assert.Empty(wrong);
    }

    private static CSharpCompilation Compile(string root)
    {
        // With the generated code, because the code uses members that only it has.
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is not "TrackingStore")
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("TrackingStore", trees, references);
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)generated;
    }

    private static IEnumerable<SyntaxTree> Sources(string root, CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(root, StringComparison.Ordinal));

    private static IEnumerable<string> Upwards(string root, SyntaxTree tree, CSharpCompilation compilation)
    {
        var own = FolderOf(root, tree.FilePath);
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            var paths = type?.DeclaringSyntaxReferences.Select(declared => declared.SyntaxTree.FilePath) ?? [];
            if (paths.FirstOrDefault(path => path.StartsWith(root, StringComparison.Ordinal)) is not { } path) continue;
            var other = FolderOf(root, path);
            if (other != own && Floors[other] >= Floors[own])
                yield return $"{own}/{Path.GetFileName(tree.FilePath)} knows {other}/{type!.Name}";
        }
    }

    /// <summary>A folder without a floor fails the test by its name.</summary>
    private static string FolderOf(string root, string path) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '/');

    internal static string SampleFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "samples", "TrackingStore"));
}
