using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers;

/// <summary>Adds up what DynamoDB limits by table over the table's item types.</summary>
internal static class TableTotal
{
    /// <summary>The total, for the one item type that takes it over the limit; null for all others.</summary>
    /// <param name="context">The item type.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="things">What to count; things that are equal count once.</param>
    public static int? Passing<T>(ModelRuleContext context, int limit, Func<ItemSpec, IEnumerable<T>> things)
    {
        // Most types have nothing to count, and need not look at the others.
        if (!things(context.Spec).Any())
            return null;
        var all = new HashSet<T>();
        var passesHere = false;
        foreach (var type in context.TableMates)
        {
            var wasWithin = all.Count <= limit;
            all.UnionWith(things(type.Spec!));
            if (wasWithin && all.Count > limit)
                passesHere = SymbolEqualityComparer.Default.Equals(type.Symbol, context.Symbol);
        }

        return passesHere ? all.Count : null;
    }
}
