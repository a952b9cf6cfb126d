using System.Text.RegularExpressions;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>A page of docs/rules, taken apart.</summary>
internal sealed partial record RulePage(string Text)
{
    private static readonly string Folder = FindFolder();

    /// <summary>The page's first line, without the <c>#</c>.</summary>
    public string Title => Text[2..Text.IndexOf('\n')];

    /// <summary>The headings of its sections.</summary>
    public IEnumerable<string> Sections => Heading().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>Severity, category and whether there is a code fix.</summary>
    public string Facts => Text.Split('\n')[2];

    /// <summary>The message that it quotes.</summary>
    public string Message => Quote().Match(Text).Groups[1].Value;

    /// <summary>The code that breaks the rule.</summary>
    public string Bad => Code("Bad");

    /// <summary>The same, mended.</summary>
    public string Good => Code("Good");

    /// <summary>The path of a page.</summary>
    public static string PathOf(string name) => Path.Combine(Folder, name + ".md");

    /// <summary>A rule's page.</summary>
    public static RulePage Read(string id) => new(File.ReadAllText(PathOf(id)));

    /// <summary>The ids of all pages.</summary>
    public static IEnumerable<string> Ids() => Directory.EnumerateFiles(Folder, "DTK*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order();

    /// <summary>The text of a section.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{Title}' has no section {heading}.");
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    private string Code(string heading)
    {
        var code = Fence().Match(Section(heading));
        Assert.True(code.Success, $"'{Title}' has no code in {heading}.");
        return code.Groups[1].Value;
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests."), "docs", "rules");
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
