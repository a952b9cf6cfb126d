using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK0096: no item has the key of a posting of a trigram index.</summary>
internal sealed class TrigramKeysCoincideRule : ModelRule
{
    public override void Check(ModelRuleContext context)
    {
        var indexed = context.TableMates.FirstOrDefault(mate => mate.Spec is { Trigrams.Count: > 0 });
        if (indexed is null || !KeyLanguages.MeetsPosting(context.Spec)
            || context.Bases.Any(root => KeyLanguages.MeetsPosting(root.Spec!)))
        {
            return;
        }

        context.Report(
            RuleTable.TrigramKeysCoincide,
            ("type", context.Name), ("other", indexed.Symbol.ToMessage()), ("table", context.Spec.TableName!));
    }
}
