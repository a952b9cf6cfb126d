using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>Writes docs/rules/README.md.</summary>
internal static class RuleIndex
{
    private const string Head = """
        # Rules

        The analyzers report these mistakes while you type. A test writes this table
        (`DTK_ACCEPT_SNAPSHOTS=1 dotnet test --project tests/Analyzers.Tests`).
        Ids: `0xxx` models, `1xxx` keys and indexes, `2xxx` expressions and calls (`21xx` those of the AWS SDK), `3xxx` performance,
        `4xxx` changes of what is stored, against [the schema baseline](../schema-baseline.md), `9xxx` internal.

        | Rule | What is wrong | Severity | Code fix |
        |---|---|---|---|

        """;

    private const string Mistakes = """

        ## Typical mistakes

        What people get wrong with DynamoDB, and the rules that stop it. A mistake is *impossible* where the library takes care of it, and
        *not found* where the source does not show it.

        | Mistake | Rule | Remark |
        |---|---|---|

        """;

    private const string Settings = """

        ## Settings

        Every rule's severity can be set with `dotnet_diagnostic.<id>.severity`. Files with all severities are in `presets`: `default`,
        `strict`, which makes warnings of all suggestions, and `none`. Copy one into your `.editorconfig`. These settings change what rules
        compare with.

        | Setting | Default | Meaning | Rules |
        |---|---|---|---|

        """;

    /// <summary>The page, with a line for each rule.</summary>
    public static string Write(IEnumerable<DiagnosticDescriptor> descriptors)
    {
        var text = new StringBuilder(Head);
        foreach (var descriptor in descriptors)
        {
            var title = descriptor.Title.ToString(CultureInfo.InvariantCulture);
            var fix = Catalogue.Fixable.Contains(descriptor.Id) ? "yes" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{descriptor.Id}]({descriptor.Id}.md) | {title} | {Catalogue.SeverityOf(descriptor)} | {fix} |\n");
        }

        text.Append(Mistakes);
        foreach (var mistake in TypicalMistakes.All)
        {
            var rules = string.Join(", ", mistake.Rules.Select(id => $"[{id}]({id}.md)"));
            var found = mistake switch
            {
                { IsCovered: false } => "not found",
                { Rules: [] } => "impossible",
                _ => rules,
            };
            text.Append(CultureInfo.InvariantCulture, $"| {mistake.Text} | {found} | {mistake.Note} |\n");
        }

        text.Append(Settings);
        foreach (var (name, initial, meaning, rules) in RuleOptionTexts.All)
            text.Append(CultureInfo.InvariantCulture, $"| `dynamotoolkit_{name}` | {initial} | {meaning} | {string.Join(", ", rules)} |\n");
        return text.ToString();
    }
}
