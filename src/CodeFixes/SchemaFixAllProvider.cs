using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.CodeFixes;

/// <summary>Writes a baseline once for all diagnostics.</summary>
internal sealed class SchemaFixAllProvider(SchemaFixer fixer) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        var found = new List<(ProjectId, ImmutableArray<Diagnostic>)>();
        foreach (var project in projects)
        {
            var diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (diagnostics.Length > 0)
                found.Add((project.Id, diagnostics));
        }

        return found.Count == 0 ? null : fixer.ActionFor(fixAllContext.Solution, found);
    }
}
