namespace DynamoToolkit;

/// <summary>Creates the conditions on a sort key that holds one member of text or bytes: <c>Run.SortKey.StartsWith("2026-")</c>.</summary>
/// <typeparam name="TScope">What the conditions apply to: an item type for its table, or the tokens of an index.</typeparam>
/// <typeparam name="T">The member's type.</typeparam>
/// <param name="key">Creates the sort key's value from the member's value.</param>
public sealed class TextSortKeyConditions<TScope, T>(KeyForm<T> key) : SortKeyConditions<TScope, T>(key)
{
    private readonly KeyForm<T> key = key;

    /// <summary>Begins with the value.</summary>
    public SortKeyCondition<TScope> StartsWith(T value) => SortKeyCondition<TScope>.StartsWith(key.Beginning(value));
}
