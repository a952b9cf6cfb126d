using System.Text;
using System.Text.RegularExpressions;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>
/// The release files of the analyzers say which rules a version has, as the rules RS2000 to RS2008 want it. Those look for static
/// descriptors and can't see ours, which come from the table, so this test compares instead.
/// </summary>
public sealed partial class ReleaseTests
{
    private const string Head = """
        ; Unshipped analyzer release
        ; https://github.com/dotnet/roslyn-analyzers/blob/main/src/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md

        ### New Rules

        Rule ID | Category | Severity | Notes
        --------|----------|----------|-------

        """;

    private static readonly string Shipped = File.ReadAllText(PathOf("Shipped"));

    [Fact]
    public void UnshippedRules_AreThoseOfTheTableThatNoReleaseHas()
    {
        var expected = new StringBuilder(Head);
        foreach (var rule in RuleTable.All.Where(rule => !Shipped.Contains(rule.Id, StringComparison.Ordinal)))
            expected.Append(LineOf(rule)).Append('\n');
        RepositoryFiles.AssertText(PathOf("Unshipped"), expected.ToString());
    }

    [Fact]
    public void ShippedRules_AreStillInTheTableAsTheyWere()
    {
        var rules = RuleTable.All.ToDictionary(rule => rule.Id);
        Assert.All(Row().Matches(Shipped), row =>
        {
            var rule = rules[row.Groups[1].Value];
            Assert.Equal($"{rule.Id} | {rule.Category} | {rule.Severity}", row.Value);
        });
    }

    private static string LineOf(RuleSpec rule) => $"{rule.Id} | {rule.Category} | {rule.Severity} | [{rule.Title}]({rule.HelpLink})";

    private static string PathOf(string release) => RepositoryFiles.PathOf($"src/Analyzers/AnalyzerReleases.{release}.md");

    [GeneratedRegex(@"^(DTK\d{4}) \| \S+ \| \w+", RegexOptions.Multiline)]
    private static partial Regex Row();
}
