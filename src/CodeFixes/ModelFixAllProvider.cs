using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes;

/// <summary>
/// Carries out all plans of a fixer in one pass over the tree. The batch fixer merges texts instead, and drops a fix that overlaps with
/// another: for two members of one type, or for a type and the type around it.
/// </summary>
internal sealed class ModelFixAllProvider(ModelFixer fixer) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var editor = new SolutionEditor(fixAllContext.Solution);
        string? title = null;
        foreach (var diagnostic in await DiagnosticsAsync(fixAllContext).ConfigureAwait(false))
        {
            if (fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            if (await fixer.PlanAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is not { } plan)
                continue;
            title ??= plan.Title;
            plan.Apply(await editor.GetDocumentEditorAsync(plan.Document.Id, fixAllContext.CancellationToken).ConfigureAwait(false));
        }

        return title is null ? null : CodeAction.Create(title, _ => Task.FromResult(editor.GetChangedSolution()), fixer.EquivalenceKey);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in projects)
            all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return all.ToImmutable();
    }
}
