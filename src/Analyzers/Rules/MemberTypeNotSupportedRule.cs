using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0005: DynamoDB has ten types of attributes. The parser finds it.</summary>
internal sealed class MemberTypeNotSupportedRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MemberTypeNotSupported,
        "Member's type can't be stored",
        "'{0}' can't be stored, because DynamoDB has nothing like '{1}'; use another type, or mark the member [DynamoIgnore]",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.MemberTypeNotSupported));

    public override DiagnosticDescriptor Descriptor => Rule;
}
