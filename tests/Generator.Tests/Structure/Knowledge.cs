using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Generator.Tests.Structure;

/// <summary>A use of a type of one folder in a file of another.</summary>
/// <param name="Folder">The folder that uses the type.</param>
/// <param name="File">The file in it.</param>
/// <param name="Known">The folder of the type.</param>
/// <param name="Type">The type.</param>
internal sealed record Knowledge(string Folder, string File, string Known, string Type)
{
    /// <summary>What the top folders of source trees know of each other.</summary>
    /// <param name="roots">The trees, as paths below <c>src</c>.</param>
    public static List<Knowledge> Below(params string[] roots)
    {
        var folders = roots.Select(static root => Path.Combine(SourceFolder(), root)).ToList();
        var compilation = CSharpCompilation.Create(
            "Structure",
            folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .Select(static path => CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(path), path: path)),
            [.. TestReferences.All, .. RoslynReferences()]);
        return [.. compilation.SyntaxTrees.SelectMany(tree => Of(tree, compilation.GetSemanticModel(tree), folders)).Distinct()];
    }

    public override string ToString() => $"{Folder}/{File} knows {Known}/{Type}";

    private static IEnumerable<Knowledge> Of(SyntaxTree tree, SemanticModel model, List<string> roots)
    {
        var folder = FolderOf(tree.FilePath, roots);
        foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            var path = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
            if (path is not null && FolderOf(path, roots) is var known && known != folder)
                yield return new Knowledge(folder, Path.GetFileName(tree.FilePath), known, type!.Name);
        }
    }

    private static string FolderOf(string path, List<string> roots) =>
        Path.GetRelativePath(roots.First(root => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)), path)
            .Split(Path.DirectorySeparatorChar)[0];

    private static IEnumerable<MetadataReference> RoslynReferences() =>
        new[] { typeof(Compilation), typeof(CSharpCompilation) }.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location));

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src"));
}
