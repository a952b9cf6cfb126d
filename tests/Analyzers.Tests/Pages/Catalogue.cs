using System.Reflection;
using DynamoToolkit.CodeFixes;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>What the assemblies say about the rules.</summary>
internal static class Catalogue
{
    /// <summary>The rows of the table by name.</summary>
    public static IReadOnlyDictionary<string, RuleSpec> Rules { get; } = typeof(RuleTable)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(RuleSpec))
        .ToDictionary(property => property.Name, property => (RuleSpec)property.GetValue(null)!);

    /// <summary>The descriptors of all analyzers, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. RuleAnalysis.Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    /// <summary>The types that are the code of a rule.</summary>
    public static IReadOnlyList<Type> TypesWithCode { get; } =
    [
        .. typeof(ModelRules).Assembly.GetTypes().Where(type =>
            type.Namespace == "DynamoToolkit.Analyzers.Rules" && type.Name.EndsWith("Rule", StringComparison.Ordinal) && IsNoFrame(type)),
    ];

    /// <summary>The rules that a fixer fixes.</summary>
    public static IReadOnlySet<string> Fixable { get; } = typeof(ModelFixer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
        .ToHashSet();

    /// <summary>A rule's descriptor.</summary>
    public static DiagnosticDescriptor Descriptor(string id) => Descriptors.Single(descriptor => descriptor.Id == id);

    /// <summary>Whether a rule has code of its own. The parser finds all others, and types that break those get no code.</summary>
    public static bool HasCode(string id) => TypesWithCode.Any(type => Rules[type.Name[..^"Rule".Length]].Id == id);

    /// <summary>The severity as an .editorconfig names it.</summary>
    public static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };

    /// <summary>A static class is abstract and sealed.</summary>
    private static bool IsNoFrame(Type type) => !type.IsAbstract || type.IsSealed;
}
