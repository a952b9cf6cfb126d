using System.Collections.Concurrent;
using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers;

/// <summary>
/// Reports what is wrong with item types. One analyzer for all rules about models, because one parse of a type answers all of them; the
/// rules themselves, one a file, are in Rules.
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
            var itemTypes = new ItemTypes(start.Compilation);
            var reported = new ConcurrentDictionary<(string, Location), bool>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, itemTypes, reported), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ItemTypes itemTypes, ConcurrentDictionary<(string, Location), bool> reported)
    {
        var symbol = (INamedTypeSymbol)context.Symbol;
        if (!symbol.IsItemType())
        {
            if (symbol.ToolkitAttribute(AttributeNames.Type) is { } named && named.LocationOf(null, context.CancellationToken) is { } place)
                Report(new ModelProblem(RuleIds.NamedTypeNotMapped, place, [symbol.ToMessage()]));
            return;
        }

        var type = itemTypes.Parse(symbol, context.CancellationToken);
        foreach (var problem in type.Problems)
            Report(problem);
        if (type.Spec is not { } spec)
            return;
        var rules = new ModelRuleContext(type, spec, itemTypes, Report, context.CancellationToken);
        foreach (var rule in ModelRules.All)
            rule.Check(rules);

        void Report(ModelProblem problem)
        {
            // A member of a base class elsewhere can't be reported where it is, so its item type is; and one here only once for all types that inherit it.
            var isHere = problem.Location.SourceTree is { } tree && context.Compilation.ContainsSyntaxTree(tree);
            var location = isHere ? problem.Location : symbol.Locations[0];
            if (reported.TryAdd((problem.RuleId, location), true))
                context.ReportDiagnostic(Diagnostic.Create(ModelRules.Descriptor(problem.RuleId), location, Properties(problem), [.. problem.Arguments]));
        }
    }

    /// <summary>The arguments, for fixers: a diagnostic keeps its own to itself.</summary>
    private static ImmutableDictionary<string, string?> Properties(ModelProblem problem)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        for (var i = 0; i < problem.Arguments.Length; i++)
            properties.Add(DiagnosticArguments.Key(i), problem.Arguments[i]);
        return properties.ToImmutable();
    }
}
