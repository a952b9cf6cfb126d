namespace DynamoToolkit;

/// <summary>Makes the conditions on a sort key that holds one member: <c>Run.Index.ByExperimentSortKey.AtLeast(5)</c>.</summary>
/// <typeparam name="TScope">What they are for: an item type for its table, or the tokens of an index.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="key">Makes the sort key's value of the member's.</param>
/// <param name="prefix">The text before the member in the key's template.</param>
public class SortKeyConditions<TScope, T>(Func<T, KeyValue> key, string prefix = "")
{
    /// <summary>Equal to the value.</summary>
    public SortKeyCondition<TScope> EqualTo(T value) => SortKeyCondition<TScope>.EqualTo(key(value));

    /// <summary>Less than the value.</summary>
    public SortKeyCondition<TScope> LessThan(T value) => SortKeyCondition<TScope>.LessThan(key(value), prefix);

    /// <summary>The value or less.</summary>
    public SortKeyCondition<TScope> AtMost(T value) => SortKeyCondition<TScope>.AtMost(key(value), prefix);

    /// <summary>Greater than the value.</summary>
    public SortKeyCondition<TScope> GreaterThan(T value) => SortKeyCondition<TScope>.GreaterThan(key(value), prefix);

    /// <summary>The value or greater.</summary>
    public SortKeyCondition<TScope> AtLeast(T value) => SortKeyCondition<TScope>.AtLeast(key(value), prefix);

    /// <summary>Between the two values, both included.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    public SortKeyCondition<TScope> Between(T low, T high) => SortKeyCondition<TScope>.Between(key(low), key(high));
}
