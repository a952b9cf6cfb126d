using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0011: reading an item makes an object. The parser finds it.</summary>
internal sealed class NoUsableConstructorRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NoUsableConstructor,
        "Item type can't be constructed",
        "'{0}' can't be made from its attributes; give it a constructor without parameters, or one whose parameters have the names and types of stored members",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.NoUsableConstructor));

    public override DiagnosticDescriptor Descriptor => Rule;
}
