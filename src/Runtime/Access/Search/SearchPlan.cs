using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Everything that a search asks for, except where its next page begins.</summary>
internal sealed record SearchPlan
{
    /// <summary>The most parts of texts that a filter looks for: the longest. The rest is checked here.</summary>
    private const int MaxFiltered = 8;

    public required TableHandle Table { get; init; }

    public required TrigramIndex Index { get; init; }

    /// <summary>With what the partition keys of the scope's postings begin.</summary>
    public required string Scope { get; init; }

    /// <summary>The patterns, which all must match.</summary>
    public required IReadOnlyList<TextPattern> Patterns
    {
        get;
        init
        {
            field = value;
            Runs = [.. value.SelectMany(static pattern => pattern.Runs()).Distinct()];
            Lists = Gram.Of(Runs);
        }
    }

    public bool IsConsistent { get; init; }

    public CapacityDetail Capacity { get; init; }

    /// <summary>The lists of which each has all matches, the probably shortest first.</summary>
    public IReadOnlyList<Gram> Lists { get; private init; } = [];

    /// <summary>The parts of folded texts that all matches have.</summary>
    private IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>The plan of a read of postings.</summary>
    /// <typeparam name="T">The type of their owners.</typeparam>
    /// <param name="place">The list, and where in it the read begins.</param>
    public QueryPlan QueryOf<T>(SearchPlace place)
        where T : IItem<T>
    {
        var model = Posting<T>.Model;
        var partition = KeyValue.Of(place.IsLong ? PostingList.Long(Scope) : PostingList.Of(Scope, place.List.Head));
        return new QueryPlan
        {
            Table = Table,
            Model = model,
            Key = new KeyCondition(model, [model.Partition], [model.Sort!], [partition], place.Range),
            Filter = FilterOf(place),
            IsConsistent = IsConsistent,
            Capacity = Capacity,
        };
    }

    /// <summary>Whether the owner of a posting matches, if its text has not changed since.</summary>
    public bool MayMatch<T>(Posting<T> posting)
        where T : IItem<T>
    {
        if (posting.Folded is not { } bracketed)
            return true;
        var folded = PostingText.FoldedOf(bracketed);
        return Matches(posting.Text ?? folded, folded);
    }

    /// <summary>Whether an item, as it is now, is a result at a place.</summary>
    /// <param name="item">The item.</param>
    /// <param name="place">The list.</param>
    /// <param name="tail">The code point with which the sort key of the item's posting begins.</param>
    public bool Matches(object item, SearchPlace place, string tail)
    {
        if (Index.TextOf(item) is not { } text || Index.KeyOf(item) != Scope)
            return false;
        var folded = TextFold.Of(text);
        if (PostingText.IsLong(folded) != place.IsLong)
            return false;
        return Matches(text, folded)
            && (!place.IsPair || PostingText.FirstTail(PostingText.Bracketed(folded), place.List.Head) == tail);
    }

    private bool Matches(string text, string folded)
    {
        foreach (var pattern in Patterns)
        {
            if (!pattern.Matches(text, folded))
                return false;
        }

        return true;
    }

    private Condition? FilterOf(SearchPlace place)
    {
        Condition? filter = null;
        var folded = new Attribute<string, StringConverter>(Posting.FoldedName);
        foreach (var run in Runs.OrderByDescending(static run => run.Length).Take(MaxFiltered))
        {
            // Every posting of a list has the list's own code points.
            if (place.IsLong || run != place.List.ToString())
                filter = Condition.Both(filter, folded.Contains(run));
        }

        return filter is not null && place.IsLong
            ? filter | new ExistenceCondition(new AttributePath(Posting.FoldedName), exists: false)
            : filter;
    }
}
