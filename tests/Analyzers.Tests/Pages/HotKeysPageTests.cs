using System.Text.RegularExpressions;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>The message and the fix of <c>docs/hot-keys.md</c> are those of the rule. The integration tests run its code.</summary>
public sealed partial class HotKeysPageTests
{
    private const string FileName = "AuditEvent.cs";
    private const string Usings = "using DynamoToolkit;\n\n";

    private static readonly string Page = File.ReadAllText(RepositoryFiles.PathOf("docs/hot-keys.md")).ReplaceLineEndings("\n");

    /// <summary>The item type before the fix and after it.</summary>
    private static readonly List<string> Types =
    [
        .. CodeBlock().Matches(Page)
            .Select(match => match.Groups[1].Value)
            .Where(block => block.Contains("[DynamoTable(", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task Message_IsThatOfTheRule()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = TestCompilation.Create(Types[0])
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
                Usings + Types[0], TestCompilation.ParseOptions, FileName, cancellationToken: cancellationToken));
        var generated = RuleAnalysis.Generate(compilation, cancellationToken);
        TestCompilation.AssertCompiles(generated);

        var diagnostic = Assert.Single(await RuleAnalysis.RunAsync(generated, cancellationToken));

        Assert.Equal("DTK3010", diagnostic.Id);
        Assert.Contains($"```text\n{BuildOutput.Of(diagnostic)}\n```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_MakesTheTypeAfterOfTheTypeBefore_AndNothingIsReportedAfterwards()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.Equal(2, Types.Count);
        var document = FixerWorkspace.CreateProject().AddDocument(FileName, Usings + Types[0]);

        var action = Assert.Single(await FixerWorkspace.ActionsAsync(document.Project, cancellationToken));

        var solution = await FixerWorkspace.ApplyAsync(action, cancellationToken);
        Assert.Equal(Usings + Types[1], (await solution.GetDocument(document.Id)!.GetTextAsync(cancellationToken)).ToString());
        Assert.Empty(await FixerWorkspace.ActionsAsync(solution.GetProject(document.Project.Id)!, cancellationToken));
        var after = RuleAnalysis.Generate(TestCompilation.Create(Usings + Types[1]), cancellationToken);
        TestCompilation.AssertCompiles(after);
        Assert.Empty(await RuleAnalysis.RunAsync(after, cancellationToken));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
