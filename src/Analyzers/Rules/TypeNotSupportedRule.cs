using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0003: some types can't be made from attributes, or not be named in generated code. The parser finds it.</summary>
internal sealed class TypeNotSupportedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TypeNotSupported,
        "Type can't be an item type",
        "'{0}' can't be an item type because it is {1}; use a class, record or struct that is not abstract, static, generic or file-local",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TypeNotSupported));

    public override DiagnosticDescriptor Descriptor => Rule;
}
