using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Rules;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// Reports what is wrong with item types. One analyzer serves all rules about models, because one parse of a type answers all of them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ModelRules.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var itemTypes = ItemTypes.Of(start.Compilation);
            var reports = new TypeReports(ModelRules.Descriptor);
            start.RegisterSymbolAction(symbol => Analyze(symbol, itemTypes, reports), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ItemTypes itemTypes, TypeReports reports)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        if (!symbol.IsItemType())
        {
            if (NamedTypeNotMappedRule.Find(symbol, context.CancellationToken) is { } found)
                Report(found);
            foreach (var problem in AttributeNotInheritedRule.Find(symbol, itemTypes, context.CancellationToken))
                Report(problem);
            return;
        }

        var type = itemTypes.Parse(symbol, context.CancellationToken);
        foreach (var problem in type.Problems)
            Report(problem);
        if (type.Spec is not { } spec)
            return;
        var rules = new ModelRuleContext(type, spec, itemTypes, default, Report, context.CancellationToken);
        foreach (var rule in ModelRules.ForValidTypes)
            rule.Check(rules);

        void Report(ModelProblem problem)
        {
            // The generator reports it, once for all types.
            if (problem.Rule != RuleTable.LanguageVersionTooLow)
                reports.Report(context, problem);
        }
    }
}
