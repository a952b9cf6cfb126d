using System.Globalization;
using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>The page about the baseline shows the file that its example has, and the message of its change.</summary>
public sealed class SchemaBaselinePageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.PathOf("docs/schema-baseline.md")).ReplaceLineEndings("\n");

    private static readonly string Example = Block("csharp");

    [Fact]
    public void Lines_AreThoseOfTheExample() => Assert.Equal(SchemaRule.Lines(Example), Block("text"));

    [Fact]
    public async Task Message_IsThatOfTheChange()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var changed = Example.Replace("RUN#", "R#", StringComparison.Ordinal);
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(Rule.Usings + changed), cancellationToken);
        var only = Assert.Single(
            await RuleAnalysis.RunAsync(compilation, cancellationToken, SchemaRule.Record(Example)),
            static one => one.Descriptor.Category == "DynamoToolkit.Schema");
        var quote = Page.Split('\n').Where(static line => line.StartsWith("> ", StringComparison.Ordinal)).Select(static line => line[2..]);
        Assert.Equal(string.Join(' ', quote), $"error {only.Id}: {only.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static string Block(string language) => Page.Split($"```{language}\n")[1].Split("```")[0];
}
