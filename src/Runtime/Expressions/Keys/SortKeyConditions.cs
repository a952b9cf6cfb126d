namespace DynamoToolkit;

/// <summary>Creates the conditions on a sort key that holds one member: <c>Run.Index.ByExperimentSortKey.AtLeast(5)</c>.</summary>
/// <typeparam name="TScope">What the conditions apply to: an item type for its table, or the tokens of an index.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="key">Creates the sort key's value from the member's value.</param>
public class SortKeyConditions<TScope, T>(KeyForm<T> key)
{
    /// <summary>Equal to the value.</summary>
    public SortKeyCondition<TScope> EqualTo(T value) => SortKeyCondition<TScope>.EqualTo(key.Of(value));

    /// <summary>Less than the value.</summary>
    public SortKeyCondition<TScope> LessThan(T value) => SortKeyCondition<TScope>.LessThan(key.Of(value), key.Prefix);

    /// <summary>The value or less.</summary>
    public SortKeyCondition<TScope> AtMost(T value) => SortKeyCondition<TScope>.AtMost(key.Of(value), key.Prefix);

    /// <summary>Greater than the value.</summary>
    public SortKeyCondition<TScope> GreaterThan(T value) => SortKeyCondition<TScope>.GreaterThan(key.Of(value), key.Prefix);

    /// <summary>The value or greater.</summary>
    public SortKeyCondition<TScope> AtLeast(T value) => SortKeyCondition<TScope>.AtLeast(key.Of(value), key.Prefix);

    /// <summary>Between the two values, both included.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    public SortKeyCondition<TScope> Between(T low, T high) => SortKeyCondition<TScope>.Between(key.Of(low), key.Of(high));
}
