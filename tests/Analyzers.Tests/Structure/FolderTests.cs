using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Tests.Structure;

/// <summary>The folders of the Roslyn rooms are floors: code knows its own folder and the floors below it.</summary>
public sealed class FolderTests
{
    /// <summary>The floors, by folder; the folder of a file that is directly in a room is the room itself.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Shared/Polyfills"] = 0,
        ["Shared/Model"] = 0,
        ["Shared/Diagnostics"] = 0,
        ["Shared/Roslyn"] = 1,
        ["Shared/Parsing"] = 2,

        // What a rule sees of a model, the code of rules, and the analyzer that runs it.
        ["Analyzers/Models"] = 3,
        ["Analyzers/Rules"] = 4,
        ["Analyzers"] = 5,

        // Syntax to write, the frame of fixers, and the fixers.
        ["CodeFixes/Syntax"] = 3,
        ["CodeFixes"] = 4,
        ["CodeFixes/Rules"] = 5,
    };

    private static readonly List<MetadataReference> References =
    [
        .. TestReferences.All,
        .. ((IEnumerable<Type>)[typeof(Compilation), typeof(CSharpCompilation), typeof(Workspace), typeof(CodeFixProvider)])
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "System.Composition*.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("Analyzers")]
    [InlineData("CodeFixes")]
    public void Code_KnowsNothingAboveItOrInAnotherFolderOfItsFloor(string room)
    {
        var compilation = CompilationOf(room);
        var forbidden = compilation.SyntaxTrees.SelectMany(tree => Known(tree, compilation))
            .Where(known => known.From != known.To && Floors[known.To] >= Floors[known.From])
            .Select(known => $"{known.From} knows {known.To}/{known.Type}")
            .Distinct();
        Assert.Empty(forbidden);
    }

    private static CSharpCompilation CompilationOf(string room)
    {
        var trees = RepositoryFiles.Sources("src/Shared", $"src/{room}")
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, path));
        var usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; "
            + "global using System.Threading.Tasks; global using System.IO;",
            TestCompilation.ParseOptions,
            RepositoryFiles.PathOf($"src/{room}/Usings.cs"));
        var compilation = CSharpCompilation.Create(room, [.. trees, usings], References);

        // A name that does not bind would pass for one that is allowed.
        var unknown = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Id is "CS0103" or "CS0117" or "CS0246" or "CS1061");
        Assert.Empty(unknown);
        return compilation;
    }

    /// <summary>The types of the rooms that a file names, or whose members it names.</summary>
    private static IEnumerable<(string From, string To, string Type)> Known(SyntaxTree tree, CSharpCompilation compilation)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            if (type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath is { } path)
                yield return (FolderOf(tree.FilePath), FolderOf(path), type.Name);
        }
    }

    /// <summary>A folder without a floor fails the test by its name.</summary>
    private static string FolderOf(string path) =>
        Path.GetRelativePath(RepositoryFiles.PathOf("src"), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '/');
}
