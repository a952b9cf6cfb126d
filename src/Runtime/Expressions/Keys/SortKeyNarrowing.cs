using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>
/// Limits a query to the sort keys of its item type. They all begin with the constant text of a template (<c>METRIC#</c>), and items of
/// other types in the same partition do not. DynamoDB allows one condition on a sort key, so this combines both into one.
/// </summary>
internal static class SortKeyNarrowing
{
    public static SortKeyRange Narrow(IReadOnlyList<KeyModel> sortKeys, SortKeyRange range)
    {
        var position = range.Leading?.Length ?? 0;
        if (position >= sortKeys.Count)
            return range;

        var key = sortKeys[position];
        if (range.IsNone)
            return Whole(key);

        key.ThrowIfInvalid(range.Low, KeyModel.MaxSortBytes);
        if (range.Operator is SortKeyOperator.Between)
            CheckBetween(key, range);

        var prefix = key.ConstantPrefix;
        if (prefix.Length == 0)
            return range;

        ThrowIfOutside(key, range.Low);
        return range.Operator switch
        {
            SortKeyOperator.Less when range.Low.Text == prefix =>
                range with { Operator = SortKeyOperator.Equal, Low = KeyValue.Of(TextBounds.Nothing(prefix)) },
            SortKeyOperator.Less => Between(range, KeyValue.Of(prefix), KeyValue.Of(TextBounds.Below(range.Low.Text!))),
            SortKeyOperator.AtMost => Between(range, KeyValue.Of(prefix), range.Low),
            SortKeyOperator.Greater => Between(range, KeyValue.Of(TextBounds.Above(range.Low.Text!)), KeyValue.Of(TextBounds.Last(prefix))),
            SortKeyOperator.AtLeast => Between(range, range.Low, KeyValue.Of(TextBounds.Last(prefix))),
            _ => range,
        };
    }

    private static SortKeyRange Whole(KeyModel key) => key switch
    {
        { IsConstant: true } => new SortKeyRange { Operator = SortKeyOperator.Equal, Low = KeyValue.Of(key.ConstantPrefix) },
        { ConstantPrefix.Length: > 0 } => new SortKeyRange { Operator = SortKeyOperator.StartsWith, Low = KeyValue.Of(key.ConstantPrefix) },
        _ => default,
    };

    private static void CheckBetween(KeyModel key, SortKeyRange range)
    {
        key.ThrowIfInvalid(range.High, KeyModel.MaxSortBytes);
        ThrowIfOutside(key, range.High);
        if (range.Low.Type == range.High.Type && range.Low.IsGreaterThan(range.High))
        {
            throw new ArgumentException(
                $"The sort key cannot be between '{range.Low}' and '{range.High}': the first is greater, and DynamoDB refuses that. " +
                "Swap them.");
        }
    }

    private static void ThrowIfOutside(KeyModel key, KeyValue value)
    {
        if (key.ConstantPrefix.Length > 0 && !key.HasPrefix(value))
        {
            throw new ArgumentException(
                $"'{value}' is not a sort key of this item type: they all begin with '{key.ConstantPrefix}'. " +
                "Use the generated builders of the type's own sort key.");
        }
    }

    private static SortKeyRange Between(SortKeyRange range, KeyValue low, KeyValue high) =>
        range with { Operator = SortKeyOperator.Between, Low = low, High = high };
}
