using System.Collections.Concurrent;
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
            var reported = new ConcurrentDictionary<(string, Location, string), bool>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, itemTypes, reported), SymbolKind.NamedType);
        });
    }

    private static void Analyze(
        SymbolAnalysisContext context, ItemTypes itemTypes, ConcurrentDictionary<(string, Location, string), bool> reported)
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
            if (problem.Rule == RuleTable.LanguageVersionTooLow)
                return;

            // A member of a base class in another project can't be reported there, so its item type is. One of this project is reported
            // once for all types that inherit it; of another project, once for each member.
            var isHere = problem.Location.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree);
            var location = isHere ? problem.Location : symbol.Locations[0];
            var details = isHere ? "" : string.Join("\n", problem.Arguments);
            if (!reported.TryAdd((problem.Rule.Id, location, details), true))
                return;
            var descriptor = ModelRules.Descriptor(problem.Rule);
            context.ReportDiagnostic(Diagnostic.Create(descriptor, location, problem.Properties, problem.Arguments));
        }
    }
}
