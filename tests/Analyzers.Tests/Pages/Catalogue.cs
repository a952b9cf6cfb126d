using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>The descriptors of all analyzers.</summary>
internal static class Catalogue
{
    /// <summary>By id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. RuleAnalysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>A rule's descriptor.</summary>
    public static DiagnosticDescriptor Descriptor(string id) => Descriptors.Single(descriptor => descriptor.Id == id);

    /// <summary>The severity as an .editorconfig names it.</summary>
    public static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };

    /// <summary>The line of facts on a rule's page.</summary>
    public static string FactsOf(DiagnosticDescriptor descriptor, HashSet<string> fixable) =>
        $"Severity: {SeverityOf(descriptor)} · Category: {descriptor.Category} · Code fix: {(fixable.Contains(descriptor.Id) ? "yes" : "no")}";
}
