using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>A page of docs/rules, taken apart.</summary>
internal sealed partial record RulePage(string Text)
{
    private const string LastHeading = "\n## Configure\n";

    /// <summary>The headings of its sections.</summary>
    public IEnumerable<string> Sections => Heading().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>The message that it quotes.</summary>
    public string Message => Quote().Match(Text).Groups[1].Value;

    /// <summary>The code that breaks the rule.</summary>
    public string Bad => Code("Bad");

    /// <summary>The same, corrected.</summary>
    public string Good => Code("Good");

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
        var effect = Catalogue.HasCode(id)
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

    private string Code(string heading)
    {
        var start = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The page has no section {heading}.");
        var end = Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        var code = Fence().Match(end < 0 ? Text[start..] : Text[start..end]);
        Assert.True(code.Success, $"The page has no code in {heading}.");
        return code.Groups[1].Value;
    }

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Quote();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
