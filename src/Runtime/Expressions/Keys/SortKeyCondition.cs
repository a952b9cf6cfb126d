using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>A condition on a sort key. Created by the generated builders: <c>Run.SortKey.AtLeast(…)</c>.</summary>
/// <typeparam name="TScope">What the condition applies to: an item type for its table, or the tokens of an index.</typeparam>
public readonly struct SortKeyCondition<TScope>
{
    private readonly SortKeyRange range;

    private SortKeyCondition(SortKeyRange range) => this.range = range;

    /// <summary>The range of sort keys, whatever the condition applies to.</summary>
    internal SortKeyRange Range => range;

    /// <summary>The sort key is the value. A key of several attributes has the values, from the left.</summary>
    public static SortKeyCondition<TScope> EqualTo(params ReadOnlySpan<KeyValue> values) =>
        values.Length == 0
            ? throw new ArgumentException("EqualTo() needs at least one value of the sort key.", nameof(values))
            : new(new SortKeyRange { Leading = values[..^1].ToArray(), Operator = SortKeyOperator.Equal, Low = values[^1] });

    /// <summary>The sort key is less than the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="prefix">The text that the sort key also begins with: a template's parts before the compared one.</param>
    public static SortKeyCondition<TScope> LessThan(KeyValue value, string prefix = "")
    {
        if (prefix.Length == 0)
            return new(new SortKeyRange { Operator = SortKeyOperator.Less, Low = value });

        var text = TextOf(value, prefix);
        return text == prefix
            ? EqualTo(KeyValue.Of(TextBounds.Nothing(prefix)))
            : Between(KeyValue.Of(prefix), KeyValue.Of(TextBounds.Below(text)));
    }

    /// <summary>The sort key is the value or less.</summary>
    /// <inheritdoc cref="LessThan"/>
    public static SortKeyCondition<TScope> AtMost(KeyValue value, string prefix = "") => prefix.Length == 0
        ? new(new SortKeyRange { Operator = SortKeyOperator.AtMost, Low = value })
        : Between(KeyValue.Of(prefix), KeyValue.Of(TextOf(value, prefix)));

    /// <summary>The sort key is greater than the value.</summary>
    /// <inheritdoc cref="LessThan"/>
    public static SortKeyCondition<TScope> GreaterThan(KeyValue value, string prefix = "") => prefix.Length == 0
        ? new(new SortKeyRange { Operator = SortKeyOperator.Greater, Low = value })
        : Between(KeyValue.Of(TextBounds.Above(TextOf(value, prefix))), KeyValue.Of(TextBounds.Last(prefix)));

    /// <summary>The sort key is the value or greater.</summary>
    /// <inheritdoc cref="LessThan"/>
    public static SortKeyCondition<TScope> AtLeast(KeyValue value, string prefix = "") => prefix.Length == 0
        ? new(new SortKeyRange { Operator = SortKeyOperator.AtLeast, Low = value })
        : Between(KeyValue.Of(TextOf(value, prefix)), KeyValue.Of(TextBounds.Last(prefix)));

    /// <summary>The sort key is between the two values, both included.</summary>
    public static SortKeyCondition<TScope> Between(KeyValue low, KeyValue high) =>
        new(new SortKeyRange { Operator = SortKeyOperator.Between, Low = low, High = high });

    /// <summary>The sort key begins with the text or bytes.</summary>
    public static SortKeyCondition<TScope> StartsWith(KeyValue prefix) =>
        new(new SortKeyRange { Operator = SortKeyOperator.StartsWith, Low = prefix });

    /// <summary>
    /// The same condition on the next attribute of a sort key of several attributes. The attributes before it have the given values.
    /// </summary>
    /// <param name="leading">The values of the attributes before, from the left.</param>
    public SortKeyCondition<TScope> After(params ReadOnlySpan<KeyValue> leading) =>
        range.IsNone
            ? EqualTo(leading)
            : new(range with { Leading = [.. leading, .. range.Leading ?? []] });

    private static string TextOf(KeyValue value, string prefix) =>
        value.Text is { } text && text.StartsWith(prefix, StringComparison.Ordinal)
            ? text
            : throw new ArgumentException($"The sort key '{value}' does not begin with '{prefix}'.", nameof(value));
}
