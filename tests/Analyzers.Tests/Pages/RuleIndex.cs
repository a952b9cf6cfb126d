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
        Ids: `0xxx` models, `1xxx` keys and indexes, `2xxx` expressions, `3xxx` performance, `9xxx` internal.

        | Rule | What is wrong | Severity | Code fix |
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

        return text.ToString();
    }
}
