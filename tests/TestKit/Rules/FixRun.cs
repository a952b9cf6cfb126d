using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>Applies the actions of a fixer.</summary>
internal sealed class FixRun(DiagnosticAnalyzer analyzer, CodeFixProvider fixer, string? equivalenceKey)
{
    /// <summary>Fixes the first diagnostic until none is left.</summary>
    public async Task<RuleProject> FixOneByOneAsync(RuleProject project, CancellationToken cancellationToken)
    {
        var most = (await FixableAsync(project, cancellationToken)).Count;
        Assert.True(most > 0, $"{fixer.GetType().Name} fixes none of what the rule reports.");
        for (var i = 0; i < most; i++)
        {
            var fixable = await FixableAsync(project, cancellationToken);
            if (fixable.Count == 0)
                break;
            var action = Choose(await ActionsAsync(project, fixable[0], cancellationToken));
            project = await ApplyAsync(project, action, cancellationToken);
        }

        Assert.Empty(await FixableAsync(project, cancellationToken));
        return project;
    }

    /// <summary>Fixes all diagnostics at once.</summary>
    public async Task<RuleProject> FixAllAsync(RuleProject project, CancellationToken cancellationToken)
    {
        var fixable = await FixableAsync(project, cancellationToken);
        var provider = fixer.GetFixAllProvider();
        Assert.True(provider is not null, $"{fixer.GetType().Name} has no Fix All.");
        var key = Choose(await ActionsAsync(project, fixable[0], cancellationToken)).EquivalenceKey;
        Assert.True(key is not null, $"{fixer.GetType().Name} gives its action no equivalence key, and Fix All needs one.");
        var context = new FixAllContext(
            project.Project,
            fixer,
            FixAllScope.Project,
            key,
            fixable.Select(diagnostic => diagnostic.Id).Distinct(),
            new KnownDiagnostics(fixable),
            cancellationToken);
        var action = await provider.GetFixAsync(context);
        Assert.True(action is not null, $"{fixer.GetType().Name}'s Fix All does nothing.");
        return await ApplyAsync(project, action, cancellationToken);
    }

    /// <summary>What the rule reports and the fixer says that it fixes.</summary>
    public async Task<List<Diagnostic>> FixableAsync(RuleProject project, CancellationToken cancellationToken) =>
        [.. (await project.AnalyzeAsync(analyzer, cancellationToken))
            .Where(diagnostic => fixer.FixableDiagnosticIds.Contains(diagnostic.Id))];

    /// <summary>The actions that the fixer offers for a diagnostic.</summary>
    public async Task<List<CodeAction>> ActionsAsync(RuleProject project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = new List<CodeAction>();
        TextDocument document = project.Project.GetDocument(diagnostic.Location.SourceTree)
            ?? project.Project.AdditionalDocuments.First(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken);
        await fixer.RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<RuleProject> ApplyAsync(RuleProject project, CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var changed = solution.GetProject(project.Project.Id)!;
        Assert.True(
            await HasChangedAsync(project.Project, changed, cancellationToken),
            $"The action '{action.Title}' is offered but changes nothing.");
        return await RuleProject.FromAsync(changed, cancellationToken);
    }

    private static async Task<bool> HasChangedAsync(Project before, Project after, CancellationToken cancellationToken)
    {
        foreach (var document in after.Documents)
        {
            if (before.GetDocument(document.Id) is not { } old)
                return true;
            if (!(await old.GetTextAsync(cancellationToken)).ContentEquals(await document.GetTextAsync(cancellationToken)))
                return true;
        }

        foreach (var file in after.AdditionalDocuments)
        {
            var old = await before.GetAdditionalDocument(file.Id)!.GetTextAsync(cancellationToken);
            if (!old.ContentEquals(await file.GetTextAsync(cancellationToken)))
                return true;
        }

        return false;
    }

    private CodeAction Choose(List<CodeAction> actions)
    {
        Assert.True(actions.Count > 0, $"{fixer.GetType().Name} offers nothing.");
        return equivalenceKey is null ? actions[0] : Assert.Single(actions, action => action.EquivalenceKey == equivalenceKey);
    }

    private sealed class KnownDiagnostics(List<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => !diagnostic.Location.IsInSource));
    }
}
