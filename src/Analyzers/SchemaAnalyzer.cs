using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// Compares item types with the project's baseline, DynamoSchema.Shipped.txt, and reports at the declarations what existing items do not
/// bear. It is silent without a baseline.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.SchemaDescriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Options.AdditionalFiles.FirstOrDefault(file => SchemaFile.IsBaseline(file.Path)) is not { } file
                || SchemaOptions.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsUpdating
                || start.Compilation.GetTypeByMetadataName(AttributeNames.TableMetadataName) is null
                || file.GetText(start.CancellationToken) is not { } text)
            {
                return;
            }

            var differences = new SchemaDifferences(start.Compilation, SchemaFile.Parse(text.ToString()));
            start.RegisterSymbolAction(symbol => Report(symbol, differences), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(action =>
            {
                if (action.AdditionalFile == file)
                    Report(action, text, differences);
            });
        });
    }

    /// <summary>Reports what a type declares.</summary>
    private static void Report(SymbolAnalysisContext context, SchemaDifferences differences)
    {
        foreach (var change in differences.At((INamedTypeSymbol)context.Symbol, context.CancellationToken))
            context.ReportDiagnostic(ToDiagnostic(change.Problem(change.Anchor!.Location)));
    }

    /// <summary>Reports the lines that nothing declares any more, and those that are none.</summary>
    private static void Report(AdditionalFileAnalysisContext context, SourceText text, SchemaDifferences differences)
    {
        foreach (var problem in differences.Baseline.Problems)
        {
            context.ReportDiagnostic(ToDiagnostic(RuleTable.BaselineMalformed.Problem(
                LocationOf(problem.Number), ("line", problem.Text), ("reason", problem.Reason))));
        }

        foreach (var change in differences.WithoutDeclaration(context.CancellationToken))
            context.ReportDiagnostic(ToDiagnostic(change.Problem(LocationOf(change.Entry!.Number))));

        Location LocationOf(int number)
        {
            var span = text.Lines[number].Span;
            return Location.Create(context.AdditionalFile.Path, span, text.Lines.GetLinePositionSpan(span));
        }
    }

    private static Diagnostic ToDiagnostic(ModelProblem problem) =>
        Diagnostic.Create(ModelRules.Descriptor(problem.Rule), problem.Location, problem.Properties, problem.Arguments);
}
