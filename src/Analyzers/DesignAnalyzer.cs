using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// Reports what will hurt about item types that work: hot keys, items and keys that grow too large, indexes that cost too much. It knows
/// loads and numbers of values only as far as attributes state them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DesignAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.DesignDescriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(AttributeNames.TableMetadataName) is null)
                return;
            var itemTypes = ItemTypes.Of(start.Compilation);
            var reports = new TypeReports(ModelRules.Descriptor);
            start.RegisterSymbolAction(symbol => Analyze(symbol, itemTypes, reports), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ItemTypes itemTypes, TypeReports reports)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        if (!symbol.HasToolkitAttribute(AttributeNames.Table))
            return;
        var type = itemTypes.Parse(symbol, context.CancellationToken);
        if (type.Spec is not { IsSkeleton: false, PartitionKey: not null } spec)
            return;
        var tree = symbol.Locations.FirstOrDefault(location => location.IsInSource)?.SourceTree;
        var options = new RuleOptions(tree is null ? null : context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        var rules = new ModelRuleContext(
            type, spec, itemTypes, options, problem => reports.Report(context, problem), context.CancellationToken);
        foreach (var rule in ModelRules.ForDesigns)
            rule.Check(rules);
    }
}
