using System.Collections.Immutable;
using DynamoToolkit.CodeFixes;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Asks all fixers about all that the analyzers report.</summary>
internal static class FixerWorkspace
{
    private static readonly ImmutableArray<CodeFixProvider> Fixers =
    [
        .. typeof(ModelFixer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>A project without documents.</summary>
    public static Project CreateProject() => new AdhocWorkspace()
        .AddProject("TestProject", LanguageNames.CSharp)
        .WithParseOptions(TestCompilation.ParseOptions)
        .WithCompilationOptions(TestCompilation.Options)
        .WithMetadataReferences(TestReferences.All);

    /// <summary>Every action that a fixer offers for a diagnostic of the project.</summary>
    public static async Task<List<CodeAction>> ActionsAsync(Project project, CancellationToken cancellationToken)
    {
        var actions = new List<CodeAction>();
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        foreach (var diagnostic in await RuleAnalysis.RunAsync(compilation, cancellationToken))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken);
                await fixer.RegisterCodeFixesAsync(context);
            }
        }

        return actions;
    }

    /// <summary>The solution after an action.</summary>
    public static async Task<Solution> ApplyAsync(CodeAction action, CancellationToken cancellationToken) =>
        (await action.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
}
