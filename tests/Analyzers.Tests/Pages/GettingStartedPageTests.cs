using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>
/// The code of <c>docs/getting-started.md</c> compiles as it stands, and its mistake is reported as the page says. The packages' tests run
/// its program.
/// </summary>
public sealed partial class GettingStartedPageTests
{
    // What a new console project imports by itself.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string Mistake = "// Run.cs\n";
    private const string TypicalMistakes = "// Mistakes.cs\n";
    private static readonly string Page = File.ReadAllText(RepositoryFiles.PathOf("docs/getting-started.md")).ReplaceLineEndings("\n");
    private static readonly List<string> Blocks = [.. CodeBlock().Matches(Page).Select(match => match.Groups[1].Value)];

    /// <summary>The item type at the end of the page's first program.</summary>
    private static string Model => Blocks[0][Blocks[0].IndexOf("[DynamoTable(", StringComparison.Ordinal)..];

    [Fact]
    public async Task Program_Compiles() => Assert.Empty(await AnalyzeAsync(OutputKind.ConsoleApplication, ("Program.cs", Blocks[0])));

    [Fact]
    public async Task FurtherPrograms_CompileWithTheModelOfTheFirst()
    {
        var programs = Blocks.Skip(1).Where(block => !block.StartsWith("// ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, programs.Count);
        foreach (var program in programs)
        {
            Assert.Empty(
                await AnalyzeAsync(OutputKind.ConsoleApplication, ("Program.cs", program), ("Run.cs", $"using DynamoToolkit;\n{Model}")));
        }
    }

    [Fact]
    public async Task Mistake_IsReportedAsThePageSays()
    {
        var mistake = Assert.Single(Blocks, block => block.StartsWith(Mistake, StringComparison.Ordinal));

        var diagnostic = Assert.Single(await AnalyzeAsync(OutputKind.DynamicallyLinkedLibrary, ("Run.cs", mistake)));

        Assert.Contains($"```text\n{diagnostic}\n```", Page, StringComparison.Ordinal);
        Assert.Contains($"[{diagnostic.Id}](rules/{diagnostic.Id}.md)", Page, StringComparison.Ordinal);
    }

    /// <summary>The packages' tests compare the same with the output of a build.</summary>
    [Fact]
    public async Task TypicalMistakes_AreReportedAsThePageSays()
    {
        var code = Assert.Single(Blocks, block => block.StartsWith(TypicalMistakes, StringComparison.Ordinal));

        var diagnostics = (await AnalyzeAsync(OutputKind.DynamicallyLinkedLibrary, ("Mistakes.cs", code)))
            .Where(static diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();

        Assert.Contains($"```text\n{string.Join('\n', diagnostics.Select(BuildOutput.Of))}\n```", Page, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 10), diagnostics.Select(diagnostic => NumberAt(code, diagnostic)));
    }

    /// <summary>The number of the mistake in the line of a diagnostic.</summary>
    private static int NumberAt(string code, Diagnostic diagnostic)
    {
        var line = code.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return int.Parse(MistakeNumber().Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Compiles files as a new console project does, and returns what the analyzers report.</summary>
    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(OutputKind kind, params IEnumerable<(string Name, string Code)> files)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = TestCompilation.Create(ImplicitUsings)
            .WithOptions(TestCompilation.Options.WithOutputKind(kind))
            .AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Code, TestCompilation.ParseOptions, file.Name)));
        var generated = RuleAnalysis.Generate(compilation, cancellationToken);
        TestCompilation.AssertCompiles(generated);
        return await RuleAnalysis.RunAsync(generated, cancellationToken);
    }

    [GeneratedRegex(@"// (\d+): ")]
    private static partial Regex MistakeNumber();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
