using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>A page of docs/rules, taken apart.</summary>
internal sealed partial record RulePage(string Text)
{
    private const string LastHeading = "\n## Configure\n";

    // The rules that are reported in the baseline itself.
    private static readonly string[] InBaseline = ["DTK4010", "DTK4021"];

    /// <summary>The headings of its sections.</summary>
    public IEnumerable<string> Sections => Heading().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>The message that it quotes.</summary>
    public string Message => Quote().Match(Text).Groups[1].Value;

    /// <summary>The code that breaks the rule.</summary>
    public string Bad => Code("Bad");

    /// <summary>The same, corrected.</summary>
    public string Good => Code("Good");

    /// <summary>The baseline that the bad code is compared with; null if the page has none.</summary>
    public string? BadBaseline => Baseline("Bad");

    /// <summary>The baseline that the good code is compared with.</summary>
    public string? GoodBaseline => Baseline("Good") ?? BadBaseline;

    /// <summary>The path of a page.</summary>
    public static string PathOf(string name) => RepositoryFiles.PathOf($"docs/rules/{name}.md");

    /// <summary>A rule's page.</summary>
    public static RulePage Read(string id) => new(File.ReadAllText(PathOf(id)));

    /// <summary>The ids of all pages.</summary>
    public static IEnumerable<string> Ids() => Directory
        .EnumerateFiles(RepositoryFiles.PathOf("docs/rules"), "DTK*.md")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order();

    /// <summary>The page with what the table and the analyzer know: heading, facts, message and configuration.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="message">What the analyzer says about the bad code.</param>
    public string WithFacts(DiagnosticDescriptor descriptor, string message)
    {
        var lines = Text.Split('\n');
        lines[0] = $"# {descriptor.Id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}";
        var hasFix = Catalogue.Fixable.Contains(descriptor.Id) ? "yes" : "no";
        lines[2] = $"Severity: {Catalogue.SeverityOf(descriptor)} · Category: {descriptor.Category} · Code fix: {hasFix}";
        lines[Array.FindIndex(lines, line => line.StartsWith("> ", StringComparison.Ordinal))] = $"> {message}";
        var text = string.Join('\n', lines);
        return text[..(text.IndexOf(LastHeading, StringComparison.Ordinal) + LastHeading.Length)] + Configure(descriptor.Id);
    }

    private static string Configure(string id)
    {
        if (InBaseline.Contains(id))
        {
            return $"""

                The rule is about a line of the baseline, so only a global configuration, such as `.globalconfig`, reaches it:

                ```ini
                is_global = true
                dotnet_diagnostic.{id}.severity = none
                ```

                """;
        }

        var effect = Catalogue.HasCode(id) || Catalogue.Descriptor(id).Category == "DynamoToolkit.Schema"
            ? "The generated code is the same either way."
            : "This only hides the message: the code that is generated for such a type throws when it runs.";
        return $"""

            ```ini
            [*.cs]
            dotnet_diagnostic.{id}.severity = none{RuleOptionTexts.Of(id)}
            ```

            or, for a few lines, `#pragma warning disable {id}`. {effect}

            """;
    }

    private string? Baseline(string heading) =>
        BaselineFence().Match(Section(heading)) is { Success: true } found ? found.Groups[1].Value : null;

    private string Section(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no section {heading}.");
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }

    private string Code(string heading)
    {
        var code = Fence().Match(Section(heading));
        Assert.True(code.Success, $"The page has no code in {heading}.");
        return code.Groups[1].Value;
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BaselineFence();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
