namespace DynamoToolkit;

/// <summary>Makes the conditions on a sort key that holds one member of text or bytes: <c>Run.SortKey.StartsWith("2026-")</c>.</summary>
/// <typeparam name="TScope">What they are for: an item type for its table, or the tokens of an index.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="key">Makes the sort key's value of the member's.</param>
/// <param name="prefix">The text before the member in the key's template.</param>
/// <param name="beginning">Makes what a key begins with, where the template goes on after the member.</param>
public sealed class TextSortKeyConditions<TScope, T>(Func<T, KeyValue> key, string prefix = "", Func<T, KeyValue>? beginning = null)
    : SortKeyConditions<TScope, T>(key, prefix)
{
    private readonly Func<T, KeyValue> beginning = beginning ?? key;

    /// <summary>Begins with the value.</summary>
    public SortKeyCondition<TScope> StartsWith(T value) => SortKeyCondition<TScope>.StartsWith(beginning(value));
}
