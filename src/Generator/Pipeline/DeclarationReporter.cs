using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator;

/// <summary>
/// Reports the mistakes that no analyzer can report in a build. They make declarations fail to compile, whatever is generated, and after
/// such an error the compiler drops what analyzers find.
/// </summary>
internal static class DeclarationReporter
{
    private static readonly IReadOnlyList<RuleSpec> Rules =
        [RuleTable.TypeNotPartial, RuleTable.ContainingTypeNotPartial, RuleTable.LanguageVersionTooLow];

    /// <summary>Whether the generator reports a rule.</summary>
    public static bool Reports(RuleSpec rule) => Rules.Contains(rule);

    /// <summary>Reports mistakes, each once: the language version is one for all types, and types can share a containing type.</summary>
    public static void Report(SourceProductionContext context, params EquatableArray<MistakeSpec>[] mistakes)
    {
        var reported = new HashSet<(string, Location?)>();
        foreach (var mistake in mistakes.SelectMany(some => some))
        {
            var rule = Rules.First(rule => rule.Id == mistake.RuleId);
            if (reported.Add((rule.Id, rule == RuleTable.LanguageVersionTooLow ? null : mistake.Location)))
                context.ReportDiagnostic(Diagnostic.Create(rule.ToDescriptor(), mistake.Location, [.. mistake.Arguments]));
        }
    }
}
