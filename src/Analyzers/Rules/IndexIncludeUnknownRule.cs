using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK1011: an index includes members by name. The parser finds it.</summary>
internal sealed class IndexIncludeUnknownRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.IndexIncludeUnknown,
        "Index includes what is no stored member",
        "Index '{0}' includes '{1}', which is no stored member; correct the name",
        RuleCategories.Keys,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.IndexIncludeUnknown));

    public override DiagnosticDescriptor Descriptor => Rule;
}
