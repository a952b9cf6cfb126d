using System.Globalization;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>The frame of rules about what DynamoDB limits by table: the total over all item types of the table counts.</summary>
/// <param name="rule">The rule.</param>
/// <param name="limit">The most that a table can have.</param>
internal abstract class TableTotalRule(RuleSpec rule, int limit) : ModelRule
{
    public sealed override void Check(ModelRuleContext context)
    {
        // Most types have nothing to count, and need not look at the others.
        if (!Things(context.Spec).Any())
            return;
        var all = new HashSet<string>();
        var passesHere = false;
        foreach (var type in context.TableMates)
        {
            var wasWithin = all.Count <= limit;
            all.UnionWith(Things(type.Spec!));
            if (wasWithin && all.Count > limit)
                passesHere = SymbolEqualityComparer.Default.Equals(type.Symbol, context.Symbol);
        }

        // The one item type that takes the table over the limit is reported.
        if (passesHere)
            context.Report(rule, ("table", context.Spec.TableName!), ("count", Text(all.Count)), ("limit", Text(limit)));
    }

    /// <summary>What to count of an item type, by names that are equal for what counts once.</summary>
    private protected abstract IEnumerable<string> Things(ItemSpec spec);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
