using System.Globalization;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0015: DynamoDB refuses items that nest more deeply.</summary>
internal sealed class NestingTooDeepRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var levels = new Nesting(context).Levels();
        if (levels <= Nesting.MaxLevels)
            return;
        context.Report(
            RuleTable.NestingTooDeep,
            ("type", context.Name), ("levels", levels.ToString(CultureInfo.InvariantCulture)), ("limit", Nesting.MaxLevelsText));
    }
}
