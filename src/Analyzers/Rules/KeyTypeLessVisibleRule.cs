using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1026: methods that make keys are as visible as their item type. The parser finds it.</summary>
internal sealed class KeyTypeLessVisibleRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.KeyTypeLessVisible,
        "Key's type is less visible than its item type",
        "Make '{1}' as visible as '{2}', whose keys are made of it: '{0}' is in one",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.KeyTypeLessVisible));

    public override DiagnosticDescriptor Descriptor => Rule;
}
