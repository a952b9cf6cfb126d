using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0114: a retention has one default duration, whatever types share it.</summary>
internal sealed class RetentionsDisagreeRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        if (context.Spec.Retention is not { Name: { } name } own)
            return;

        // Of two types the second reports.
        foreach (var other in context.ItemTypes.All(context.CancellationToken)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other.Symbol, context.Symbol)))
        {
            // The case of a name does not matter, as in configuration.
            if (other.Spec?.Retention is not { Name: { } same } its || its.Minutes == own.Minutes
                || !string.Equals(same, name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var attribute = context.Symbol.NearestAttribute(AttributeNames.Retention);
            context.ReportAt(
                RuleTable.RetentionsDisagree,
                attribute,
                ("type", context.DeclarerOf(attribute)),
                ("other", other.Symbol.ToMessage()),
                ("name", name),
                ("duration", RetentionParser.Describe(own.Minutes)),
                ("otherDuration", RetentionParser.Describe(its.Minutes)));
            return;
        }
    }
}
