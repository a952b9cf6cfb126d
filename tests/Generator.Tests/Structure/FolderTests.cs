using System.Runtime.CompilerServices;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Generator.Tests.Structure;

/// <summary>The folders of src/Runtime are floors, as docs/architecture.md says: code knows its own floor and those below it.</summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Wire"] = 0,
        ["Attributes"] = 1,
        ["Metadata"] = 2,
        ["Expressions"] = 3,
        ["Borders"] = 3,
        ["Capacity"] = 3,
        ["CompilerServices"] = 4,
        ["Transport"] = 4,
        ["Protocol"] = 5,
        ["Access"] = 6,
        ["Schema"] = 7,
        ["Hosting"] = 8,
    };

    [Fact]
    public void Runtime_KnowsNothingAboveIt()
    {
        var root = RuntimeFolder();
        var compilation = CSharpCompilation.Create(
            "Runtime",
            Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)),
            TestReferences.All);
        var upwards = compilation.SyntaxTrees.SelectMany(tree => Upwards(root, tree, compilation.GetSemanticModel(tree))).Distinct().Order().ToList();
        Assert.Empty(upwards);
    }

    private static IEnumerable<string> Upwards(string root, SyntaxTree tree, SemanticModel model)
    {
        var own = FolderOf(root, tree.FilePath);
        foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            var path = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
            if (path is not null && Floors[FolderOf(root, path)] > Floors[own])
                yield return $"{own}/{Path.GetFileName(tree.FilePath)} knows {FolderOf(root, path)}/{type!.Name}";
        }
    }

    /// <summary>A folder without a floor fails the test by its name.</summary>
    private static string FolderOf(string root, string path) => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[0];

    private static string RuntimeFolder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", "Runtime"));
}
