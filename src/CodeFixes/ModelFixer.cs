using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoToolkit.CodeFixes;

/// <summary>The frame of all fixers: a fixer plans what it would write, and is offered when it has a plan.</summary>
public abstract class ModelFixer : CodeFixProvider
{
    private protected ModelFixer(params RuleSpec[] rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>Identifies this fixer's actions.</summary>
    internal string EquivalenceKey => GetType().Name;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ModelFixAllProvider(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await PlanAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } plan)
                continue;
            context.RegisterCodeFix(CodeAction.Create(plan.Title, token => ApplyAsync(plan, token), EquivalenceKey), diagnostic);
        }
    }

    /// <summary>What to write for a diagnostic; null when there is no obvious fix.</summary>
    internal async Task<FixPlan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return Plan(new FixRequest(document, model, node, diagnostic, cancellationToken));
    }

    /// <summary>What to write for a diagnostic; null when there is no obvious fix.</summary>
    private protected abstract FixPlan? Plan(FixRequest request);

    private static async Task<Document> ApplyAsync(FixPlan plan, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(plan.Document, cancellationToken).ConfigureAwait(false);
        plan.Apply(editor);
        return editor.GetChangedDocument();
    }
}
