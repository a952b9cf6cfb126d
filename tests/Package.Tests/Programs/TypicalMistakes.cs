using System.Globalization;
using System.Text.RegularExpressions;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests.Programs;

/// <summary>A file of mistakes that a page shows, and what the page says that a build of it reports.</summary>
internal static partial class TypicalMistakes
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "Mistakes.cs";

    /// <summary>The file of a page, and its messages.</summary>
    public static (string Code, IReadOnlyList<string> Messages) Of(string page)
    {
        var match = PagePattern().Match(Repository.Read(page));
        Assert.True(match.Success, $"{page} has no block of {FileName} with a block of messages after it.");
        return (match.Groups["code"].Value, match.Groups["output"].Value.TrimEnd().Split('\n'));
    }

    /// <summary>What a build reports in the file, line by line, without the folder and the project.</summary>
    public static IEnumerable<string> In(string output) => MessagePattern().Matches(output)
        .Select(static match => (
            Line: int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            Text: HelpPattern().Replace(match.Value.TrimEnd(), "")))
        .Distinct()
        .OrderBy(static one => one.Line)
        .Select(static one => one.Text);

    [GeneratedRegex(@"```csharp\n(?<code>// Mistakes\.cs\n.*?)```\n\n```text\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex PagePattern();

    [GeneratedRegex(@"Mistakes\.cs\((?<line>\d+),\d+\): .*")]
    private static partial Regex MessagePattern();

    // Where the rule is explained, and the project.
    [GeneratedRegex(@"( \(https?://[^)]*\))?( \[[^\]]*\.csproj\])?$")]
    private static partial Regex HelpPattern();
}
