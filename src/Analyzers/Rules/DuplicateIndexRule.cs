using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1010: a table's indexes have different names. The parser finds it.</summary>
internal sealed class DuplicateIndexRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DuplicateIndex,
        "Item type has two indexes of one name",
        "Rename or remove one of the indexes '{1}' of '{0}'",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.DuplicateIndex));

    public override DiagnosticDescriptor Descriptor => Rule;
}
