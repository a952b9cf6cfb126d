using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0008: DynamoDB reads the time to live from a number of seconds and skips everything else without a word. The parser finds it.</summary>
internal sealed class TimeToLiveTypeRule : ModelRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TimeToLiveType,
        "Time to live is neither a time nor a number",
        "'{0}' can't hold the time to live as '{1}'; use DateTimeOffset, DateTime, or an int or long of seconds since 1970",
        RuleCategories.Model,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleIds.HelpLink(RuleIds.TimeToLiveType));

    public override DiagnosticDescriptor Descriptor => Rule;
}
