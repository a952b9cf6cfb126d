namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>A condition on sort keys.</summary>
/// <param name="Kind">Which condition.</param>
/// <param name="Bound">The sort key that it compares with.</param>
internal sealed record SortRange(SortRange.Comparison Kind, string Bound)
{
    /// <summary>The conditions.</summary>
    public enum Comparison
    {
        Equal,
        Less,
        AtMost,
        Greater,
        AtLeast,
        StartsWith,
    }

    /// <summary>Whether a sort key fulfills it.</summary>
    public bool Holds(string sort)
    {
        var order = ItemKeyText.Compare(sort, Bound);
        return Kind switch
        {
            Comparison.Equal => order == 0,
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.AtLeast => order >= 0,
            _ => sort.StartsWith(Bound, StringComparison.Ordinal),
        };
    }

    /// <summary>The library's condition.</summary>
    public SortKeyCondition<T> For<T>() => Kind switch
    {
        Comparison.Equal => SortKeyCondition<T>.EqualTo(KeyValue.Of(Bound)),
        Comparison.Less => SortKeyCondition<T>.LessThan(KeyValue.Of(Bound)),
        Comparison.AtMost => SortKeyCondition<T>.AtMost(KeyValue.Of(Bound)),
        Comparison.Greater => SortKeyCondition<T>.GreaterThan(KeyValue.Of(Bound)),
        Comparison.AtLeast => SortKeyCondition<T>.AtLeast(KeyValue.Of(Bound)),
        _ => SortKeyCondition<T>.StartsWith(KeyValue.Of(Bound)),
    };
}
