using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0092: no item has the key of a reservation of a unique value.</summary>
internal sealed class UniqueKeysCoincideRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var unique = context.TableMates.FirstOrDefault(mate => mate.Spec is { Unique.Count: > 0 });
        if (unique is null || !KeyLanguages.MeetsReservation(context.Spec)
            || context.Bases.Any(root => KeyLanguages.MeetsReservation(root.Spec!)))
        {
            return;
        }

        context.Report(
            RuleTable.UniqueKeysCoincide,
            ("type", context.Name), ("other", unique.Symbol.ToMessage()), ("table", context.Spec.TableName!));
    }
}
