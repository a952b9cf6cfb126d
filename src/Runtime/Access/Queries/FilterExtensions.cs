using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>
/// Filters of queries and scans, as lambdas over the generated tokens: <c>.Where(r => r.Status == RunStatus.Running)</c>.
/// </summary>
/// <remarks>The lambda runs once, immediately. The compiler infers its tokens from the interfaces that the item type implements.</remarks>
public static class FilterExtensions
{
    /// <summary>Returns only items for which the condition holds. Several conditions must all hold.</summary>
    /// <remarks>
    /// DynamoDB still reads the items that the filter leaves out, and charges for them. Put conditions on the table's keys into the key
    /// condition.
    /// </remarks>
    public static Query<T> Where<T, TAttributes, TFilter, TUpdatable>(
        this IFilterable<Query<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> query, Func<TFilter, Condition> condition)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
    {
        ArgumentNullException.ThrowIfNull(condition);
        return query.Where(condition(Tokens<TFilter>.Instance));
    }

    /// <summary>Returns only items for which the condition holds. Several conditions must all hold.</summary>
    /// <remarks>DynamoDB still reads the items that the filter leaves out, and charges for them.</remarks>
    public static Scan<T> Where<T, TAttributes, TFilter, TUpdatable>(
        this IFilterable<Scan<T>, IHasTokens<TAttributes, TFilter, TUpdatable>> scan, Func<TAttributes, Condition> condition)
        where T : IItem<T>
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
    {
        ArgumentNullException.ThrowIfNull(condition);
        return scan.Where(condition(Tokens<TAttributes>.Instance));
    }
}
