using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>
/// What is left of a query's range of sort keys when a merge of shards continues at a place. DynamoDB allows one condition on a sort key,
/// so an end of a range that can't be left out of it is left out by who reads it: <see cref="IsNear"/> and <see cref="IsFar"/>.
/// </summary>
internal readonly record struct ShardRange
{
    private readonly KeyValue near;
    private readonly KeyValue far;

    private ShardRange(SortKeyRange range, KeyValue near = default, KeyValue far = default)
    {
        Range = range;
        this.near = near;
        this.far = far;
    }

    /// <summary>A range of which nothing is left.</summary>
    public static ShardRange Empty => new(default) { IsEmpty = true };

    /// <summary>The range to read.</summary>
    public SortKeyRange Range { get; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>The whole range of a query.</summary>
    public static ShardRange Whole(SortKeyRange range) => new(range);

    /// <summary>Whether a sort key is the first one of the range in the order of the query, and not wanted.</summary>
    public bool IsNear(KeyValue sort) => !near.IsNone && sort == near;

    /// <summary>Whether a sort key is the last one of the range in the order of the query, and not wanted.</summary>
    public bool IsFar(KeyValue sort) => !far.IsNone && sort == far;

    /// <summary>What is left behind a sort key that lies in the range.</summary>
    /// <param name="range">The query's range.</param>
    /// <param name="last">The sort key.</param>
    /// <param name="includesLast">Whether the sort key itself is left.</param>
    /// <param name="isDescending">Whether the query reads from the last sort key to the first.</param>
    public static ShardRange Behind(SortKeyRange range, KeyValue last, bool includesLast, bool isDescending)
    {
        if (range.Operator is SortKeyOperator.Equal)
            return includesLast ? Whole(range) : Empty;
        var (low, high, far) = Ends(range);
        var near = includesLast ? default : last;
        if (isDescending)
            high = last;
        else
            low = last;

        if (low.IsNone || high.IsNone)
        {
            var only = new SortKeyRange
            {
                Operator = (isDescending, includesLast) switch
                {
                    (false, true) => SortKeyOperator.AtLeast,
                    (false, false) => SortKeyOperator.Greater,
                    (true, true) => SortKeyOperator.AtMost,
                    (true, false) => SortKeyOperator.Less,
                },
                Low = last,
            };
            return Whole(only);
        }

        // Between neighbours of texts no key is left out here, however many items have it.
        if (!includesLast && last.Text is { } text)
        {
            near = default;
            if (isDescending && text.Length == 0)
                return Empty;
            if (isDescending)
                high = KeyValue.Of(TextBounds.Below(text));
            else
                low = KeyValue.Of(TextBounds.Above(text));
        }

        if (low.IsGreaterThan(high) || (low == high && (low == far || low == near)))
            return Empty;
        var between = range with { Operator = SortKeyOperator.Between, Low = low, High = high };
        return new(between, near, far);
    }

    /// <summary>The ends of a range, both included, and the one that is not wanted.</summary>
    private static (KeyValue Low, KeyValue High, KeyValue Excluded) Ends(SortKeyRange range) => range.Operator switch
    {
        SortKeyOperator.None => default,
        SortKeyOperator.Less => (default, range.Low, range.Low),
        SortKeyOperator.AtMost => (default, range.Low, default),
        SortKeyOperator.Greater => (range.Low, default, range.Low),
        SortKeyOperator.AtLeast => (range.Low, default, default),
        SortKeyOperator.Between => (range.Low, range.High, default),
        SortKeyOperator.StartsWith => (range.Low, Last(range.Low), default),
        _ => throw new ArgumentOutOfRangeException(nameof(range), range.Operator, "Not a range."),
    };

    private static KeyValue Last(KeyValue prefix)
    {
        if (prefix.Text is { } text)
            return KeyValue.Of(TextBounds.Last(text));
        var bytes = new byte[KeyModel.MaxSortBytes];
        bytes.AsSpan().Fill(0xff);
        prefix.Bytes.Span.CopyTo(bytes);
        return KeyValue.Of(bytes);
    }
}
