using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit;

/// <summary>Where a search is: a list of postings, and the sort key from which on it is to be read.</summary>
/// <param name="IsLong">Whether it is the list of long texts, which comes after the other list.</param>
/// <param name="List">The list with which the search began.</param>
/// <param name="From">The smallest sort key that is left; null for all.</param>
internal readonly record struct SearchPlace(bool IsLong, Gram List, string? From = null)
{
    /// <summary>Whether it is a list of two code points, in which an owner may have several postings.</summary>
    public bool IsPair => List.IsPair && !IsLong;

    /// <summary>The code point with which the sort keys of all postings of the list begin; empty if they do not.</summary>
    private string Tail => IsLong ? "" : List.Tail;

    /// <summary>The sort keys that are left.</summary>
    public SortKeyRange Range => (!IsPair, From) switch
    {
        (true, _) => new SortKeyRange
        {
            Operator = SortKeyOperator.Between,
            Low = KeyValue.Of(From ?? PostingSort.First(Tail)),
            High = KeyValue.Of(PostingSort.Behind(Tail)),
        },
        (_, null) => default,
        (_, var from) => new SortKeyRange { Operator = SortKeyOperator.AtLeast, Low = KeyValue.Of(from) },
    };

    /// <summary>Whether a search whose lists these are can be here.</summary>
    public bool IsOf(IReadOnlyList<Gram> lists) => lists.Contains(List) && (From is null || IsIn(From));

    private bool IsIn(string sort) =>
        Encoding.UTF8.GetByteCount(sort) <= KeyModel.MaxSortBytes
        && (IsPair || sort.StartsWith(PostingSort.First(Tail), StringComparison.Ordinal));
}
