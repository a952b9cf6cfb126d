using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>What queries and scans have in common.</summary>
/// <typeparam name="TSelf">The query or scan itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type.</typeparam>
public abstract class QueryBuilder<TSelf, T> : TypedSequence<T>, IFilterable<TSelf, T>
    where TSelf : QueryBuilder<TSelf, T>
    where T : IItem<T>
{
    private protected QueryBuilder(QueryPlan plan)
        : base(plan)
    {
    }

    /// <summary>Returns only items for which the condition holds. Several calls must all hold. What is filtered out is still read, and paid for.</summary>
    public TSelf Where(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (Plan.Key is not null && condition.FindAttribute(Plan.IsKey) is { } key)
            throw new ArgumentException($"'{key}' is a key attribute of what is queried, and DynamoDB refuses it in a filter. Put it into the key condition.", nameof(condition));

        return With(Plan with { Filter = Condition.Both(Plan.Filter, condition) });
    }

    /// <summary>
    /// Returns so many items at most, after filters, over as many requests as that takes. The first request evaluates so many items, or, where there is a filter,
    /// up to four times as many; where that was not enough, each further one evaluates up to four times as many as the one before.
    /// </summary>
    public TSelf Limit(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(Plan with { Limit = items });
    }

    /// <summary>
    /// Reads so many items at most in one request, before filters. Otherwise a request reads up to a megabyte. Where a filter decides what a <see cref="Limit"/> gets, every request
    /// reads so many, the first one too.
    /// </summary>
    public TSelf PageSize(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(Plan with { PageSize = items });
    }

    /// <summary>Returns also items whose time to live is over and that the service has not deleted yet.</summary>
    public TSelf IncludeExpired() => With(Plan with { IncludesExpired = true });

    /// <summary>Has pages tell the capacity that they used.</summary>
    public TSelf ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total) =>
        With(Plan with { Capacity = detail, CapacityUsed = detail is CapacityDetail.None ? null : Plan.CapacityUsed });

    /// <summary>
    /// Tells the capacity of every response as it comes, before its items are read: also of <c>await foreach</c>, <c>ToListAsync</c>, <c>FirstOrDefaultAsync</c>,
    /// <c>CountAsync</c>, and of what <see cref="As{TPart}()"/> and <see cref="As{TBase}(ItemKinds{TBase})"/> make of the read.
    /// </summary>
    /// <param name="used">
    /// What is called, once for each response. It runs where the response came in, on any thread, and the read waits for it. The calls of one read come one
    /// after the other, those of a parallel scan too, so that it can add without a lock. What it throws ends the read.
    /// </param>
    /// <param name="detail">How much the responses tell.</param>
    public TSelf ReturnConsumedCapacity(Action<ConsumedCapacity> used, CapacityDetail detail = CapacityDetail.Total)
    {
        ArgumentNullException.ThrowIfNull(used);
        if (detail is CapacityDetail.None)
            throw new ArgumentException("Responses that tell no capacity call nothing. Ask for the total, or leave the call out.", nameof(detail));

        return With(Plan with { Capacity = detail, CapacityUsed = used });
    }

    /// <summary>Reads the items as a smaller type, and only the attributes that it has.</summary>
    /// <typeparam name="TPart">A type that has some of the items' attributes: any item type or nested type.</typeparam>
    public ProjectedSequence<TPart> As<TPart>()
        where TPart : IDynamoMap<TPart> => new(Plan with { Projection = Projections.Of<TPart>(Plan.Model, Plan.Index) });

    /// <summary>Reads items of several types, each as its own, told apart by their keys. A sort key condition that was given still holds.</summary>
    /// <typeparam name="TBase">What the item types have in common.</typeparam>
    /// <param name="kinds">The item types.</param>
    public MixedSequence<TBase> As<TBase>(ItemKinds<TBase> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.IsEmpty)
            throw new ArgumentException("There are no item types to read. Add some to the kinds.", nameof(kinds));

        return new MixedSequence<TBase>(Plan with { Key = Plan.Key?.ForAllTypes(), Kind = null, Check = null, TimeToLive = kinds.TimeToLiveAttribute }, kinds);
    }

    private protected TSelf With(QueryPlan plan)
    {
        Plan = plan;
        return (TSelf)this;
    }
}
