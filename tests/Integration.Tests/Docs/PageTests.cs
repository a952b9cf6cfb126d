using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The pages show code that compiles and runs: that of the examples beside this file.</summary>
public sealed partial class PageTests
{
    [Theory]
    [InlineData("access.md", "AccessExamples.cs")]
    [InlineData("transport.md", "TransportExamples.cs")]
    [InlineData("../README.md", "Readme/Run.cs", "Readme/FirstScreen.cs")]
    public void Page_ShowsEveryExampleAndNoOtherCode(string page, params string[] sources)
    {
        var examples = sources.SelectMany(source => ExamplePattern().Matches(Read(source))).Select(match => Unindent(match.Groups[2].Value)).ToList();
        var blocks = BlockPattern().Matches(Read($"../../../docs/{page}")).Select(match => match.Groups[1].Value.TrimEnd()).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(example, blocks));
        Assert.All(blocks, block => Assert.Contains(block, examples));
    }

    private static string Read(string relative, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, relative)).ReplaceLineEndings("\n");

    private static string Unindent(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"// example: (\S+)\n(.*?)\n *// end", RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
