using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>A sequence of items that are all of one type.</summary>
/// <typeparam name="TResult">The items' type.</typeparam>
public abstract class TypedSequence<TResult> : ItemSequence<TResult>
    where TResult : IDynamoMap<TResult>
{
    private protected TypedSequence(QueryPlan plan)
        : base(plan)
    {
    }

    private protected override bool TryRead(PageWalk walk, out TResult item)
    {
        if (!Belongs(walk))
        {
            item = default!;
            return false;
        }

        var reader = walk.Cursor();
        item = reader.ReadMap<TResult>();
        walk.Advance(reader);
        return true;
    }

    private protected override bool TryCount(PageWalk walk)
    {
        if (!Belongs(walk))
            return false;

        walk.SkipItem();
        return true;
    }

    private protected override IReadOnlyList<string> CountProjection() => Plan.Check is null ? [] : [.. Plan.Check.AttributeNames];

    private protected override bool IsCountedByService => base.IsCountedByService && Plan.Check is null;

    private protected override ItemSequence<TResult> Over(QueryPlan plan) => new ProjectedSequence<TResult>(plan);

    /// <summary>Whether the current item is of the type; otherwise it is skipped.</summary>
    private bool Belongs(PageWalk walk)
    {
        if (Plan.Check is null || Plan.Check.Holds(walk.Cursor()))
            return true;

        walk.SkipItem();
        return false;
    }
}
