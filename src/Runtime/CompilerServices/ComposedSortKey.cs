namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Comparisons on the last part of a sort key template, with the parts before it given: <c>METRIC#{Name}#{Step}</c> at least step 5 means the steps
/// of that name from 5 on, not whatever sorts behind them. Called by generated code.
/// </summary>
public static class ComposedSortKey
{
    /// <summary>The keys that begin with the prefix and are less than the value.</summary>
    public static SortKeyCondition<TScope> LessThan<TScope>(string prefix, KeyValue value) =>
        TextOf(prefix, value) is var text && text == prefix
            ? SortKeyCondition<TScope>.EqualTo(KeyValue.Of(TextBounds.Nothing(prefix)))
            : SortKeyCondition<TScope>.Between(KeyValue.Of(prefix), KeyValue.Of(TextBounds.Below(text)));

    /// <summary>The keys that begin with the prefix and are the value or less.</summary>
    public static SortKeyCondition<TScope> AtMost<TScope>(string prefix, KeyValue value) =>
        SortKeyCondition<TScope>.Between(KeyValue.Of(prefix), KeyValue.Of(TextOf(prefix, value)));

    /// <summary>The keys that begin with the prefix and are greater than the value.</summary>
    public static SortKeyCondition<TScope> GreaterThan<TScope>(string prefix, KeyValue value) =>
        SortKeyCondition<TScope>.Between(KeyValue.Of(TextBounds.Above(TextOf(prefix, value))), KeyValue.Of(TextBounds.Last(prefix)));

    /// <summary>The keys that begin with the prefix and are the value or greater.</summary>
    public static SortKeyCondition<TScope> AtLeast<TScope>(string prefix, KeyValue value) =>
        SortKeyCondition<TScope>.Between(KeyValue.Of(TextOf(prefix, value)), KeyValue.Of(TextBounds.Last(prefix)));

    private static string TextOf(string prefix, KeyValue value) =>
        value.Text is { } text && text.StartsWith(prefix, StringComparison.Ordinal)
            ? text
            : throw new ArgumentException($"The sort key '{value}' does not begin with '{prefix}'.", nameof(value));
}
