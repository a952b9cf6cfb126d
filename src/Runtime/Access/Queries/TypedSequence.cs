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
        var reader = walk.Cursor();
        item = reader.ReadMap<TResult>();
        walk.Advance(reader);
        return true;
    }

    private protected override ItemSequence<TResult> Over(QueryPlan plan) => new ProjectedSequence<TResult>(plan);
}
