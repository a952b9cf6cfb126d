using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.CodeFixes;

/// <summary>The frame of the fixers that write the baseline: what they write comes with the diagnostics.</summary>
public abstract class SchemaFixer : CodeFixProvider
{
    private readonly string title;

    private protected SchemaFixer(string title, params RuleSpec[] rules)
    {
        this.title = title;
        FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>Identifies this fixer's actions.</summary>
    internal string EquivalenceKey => GetType().Name;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new SchemaFixAllProvider(this);

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.TextDocument.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (HasBaseline(project))
                context.RegisterCodeFix(ActionFor(project.Solution, [(project.Id, [diagnostic])]), diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The action that writes the baselines of projects.</summary>
    internal CodeAction ActionFor(Solution solution, IReadOnlyList<(ProjectId Project, ImmutableArray<Diagnostic> Diagnostics)> projects) =>
        CodeAction.Create(title, token => ApplyAsync(solution, projects, token), EquivalenceKey);

    private static bool HasBaseline(Project project) => Baseline(project) is not null;

    private static TextDocument? Baseline(Project? project) =>
        project?.AdditionalDocuments.FirstOrDefault(document => SchemaFile.IsBaseline(document.FilePath ?? document.Name));

    private static async Task<Solution> ApplyAsync(
        Solution solution,
        IReadOnlyList<(ProjectId Project, ImmutableArray<Diagnostic> Diagnostics)> projects,
        CancellationToken cancellationToken)
    {
        foreach (var (id, diagnostics) in projects)
        {
            if (Baseline(solution.GetProject(id)) is not { } document)
                continue;
            var old = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var edits = diagnostics.SelectMany(diagnostic => SchemaEdit.Read(diagnostic.Properties[SchemaEdit.Property]!));
            var text = SourceText.From(SchemaUpdate.Apply(old.ToString(), edits), old.Encoding);
            solution = solution.WithAdditionalDocumentText(document.Id, text);
        }

        return solution;
    }
}
