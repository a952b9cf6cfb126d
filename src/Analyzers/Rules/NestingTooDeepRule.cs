using System.Globalization;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0015: DynamoDB refuses items that nest more deeply.</summary>
internal sealed class NestingTooDeepRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var nesting = new Nesting(context);
        var levels = nesting.LevelsOf(context.Type);
        if (levels <= Nesting.MaxLevels || context.Bases.Any(root => nesting.LevelsOf(root) > Nesting.MaxLevels))
            return;
        context.Report(
            RuleTable.NestingTooDeep,
            ("type", context.Name), ("levels", levels.ToString(CultureInfo.InvariantCulture)), ("limit", Nesting.MaxLevelsText));
    }
}
