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

    /// <summary>
    /// Returns only items for which the condition holds. Several conditions must all hold. DynamoDB still reads the items that the filter
    /// leaves out, and charges for them.
    /// </summary>
    public TSelf Where(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (Plan.Key is not null && condition.FindAttribute(Plan.IsKey) is { } key)
        {
            throw new ArgumentException(
                $"'{key}' is a key attribute of the table or index that the query reads, and DynamoDB refuses keys in a filter. " +
                "Put it into the key condition.",
                nameof(condition));
        }

        return With(Plan with { Filter = Condition.Both(Plan.Filter, condition) });
    }

    /// <summary>
    /// Returns at most this many items, after filters. It may take several requests. The first request evaluates this many items, or up to
    /// four times as many if there is a filter. If that is not enough, each further request evaluates up to four times as many as the one
    /// before.
    /// </summary>
    public TSelf Limit(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(Plan with { Limit = items });
    }

    /// <summary>
    /// Reads at most this many items in one request, before filters. Without it, a request reads up to a megabyte. If there is both a
    /// filter and a <see cref="Limit"/>, every request reads this many items, including the first.
    /// </summary>
    public TSelf PageSize(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return With(Plan with { PageSize = items });
    }

    /// <summary>Also returns expired items that the service has not deleted yet.</summary>
    public TSelf IncludeExpired() => With(Plan with { IncludesExpired = true });

    /// <summary>Makes each page report the capacity that it used.</summary>
    public TSelf ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total) =>
        With(Plan with { Capacity = detail, CapacityUsed = detail is CapacityDetail.None ? null : Plan.CapacityUsed });

    /// <summary>
    /// Reports the capacity of each response as it arrives, before its items are read. This includes <c>await foreach</c>,
    /// <c>ToListAsync</c>, <c>FirstOrDefaultAsync</c> and <c>CountAsync</c>, and the sequences that <see cref="As{TPart}()"/> and
    /// <see cref="As{TBase}(ItemKinds{TBase})"/> return.
    /// </summary>
    /// <param name="used">
    /// The callback, called once for each response. It runs on the thread that received the response, and the read waits for it. The calls
    /// of one read never overlap, even in a parallel scan, so it can add numbers without a lock. An exception from it ends the read.
    /// </param>
    /// <param name="detail">How much the responses report.</param>
    public TSelf ReturnConsumedCapacity(Action<ConsumedCapacity> used, CapacityDetail detail = CapacityDetail.Total)
    {
        ArgumentNullException.ThrowIfNull(used);
        if (detail is CapacityDetail.None)
        {
            throw new ArgumentException(
                "Responses do not report capacity with CapacityDetail.None, so the callback would never run. " +
                "Ask for the total, or leave the call out.",
                nameof(detail));
        }

        return With(Plan with { Capacity = detail, CapacityUsed = used });
    }

    /// <summary>
    /// Reads the items as a smaller type, and only the attributes of that type. If it is a type of the items' family, only items of that
    /// type are returned.
    /// </summary>
    /// <typeparam name="TPart">
    /// A type that has some of the items' attributes: a nested type, or an item type that does not have items of its own in the table.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">
    /// The type is of another family, or has items of its own in the table, so that no item can be read.
    /// </exception>
    public ProjectedSequence<TPart> As<TPart>()
        where TPart : IDynamoMap<TPart>
    {
        var part = Plan.Model.Discriminator?.For<TPart>();
        return new ProjectedSequence<TPart>(Plan with
        {
            Projection = Projections.Of<TPart>(Plan.Model, Plan.Index),
            Kind = part == Plan.Model.Discriminator ? Plan.Kind : Condition.Both(Plan.Kind, ItemTypeCondition.Is(part!)),
        });
    }

    /// <summary>Reads items of several types, each as its own type, told apart by their keys. A sort key condition still applies.</summary>
    /// <typeparam name="TBase">A type that all the item types derive from or implement, such as <see cref="object"/>.</typeparam>
    /// <param name="kinds">The item types.</param>
    /// <exception cref="InvalidOperationException">The query reads an index that does not hold the names of a family's types.</exception>
    public MixedSequence<TBase> As<TBase>(ItemKinds<TBase> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.IsEmpty)
            throw new ArgumentException("The kinds have no item types. Add at least one.", nameof(kinds));
        if (Plan.Index is { } index)
            kinds.ThrowIfTypeIsUnknown(index);
        if (Plan.Key is not null)
            kinds.ThrowIfElsewhere(Plan.Model, Plan.Index, Plan.Shards);

        var key = Plan.Key?.ForTypes(Plan.Index is null ? kinds.SortKeyPrefix : "");
        var plan = Plan with { Key = key, Kind = null, Check = null, IsMixed = true, TimeToLive = kinds.TimeToLiveAttribute };
        return new MixedSequence<TBase>(plan, kinds);
    }

    /// <summary>Returns the copies of latest versions, and not the versions.</summary>
    internal TSelf OnlyLatest()
    {
        VersionFilter.ThrowIfWithoutLatest(Plan.Index);
        return With(Plan with { ReadsLatest = true });
    }

    private protected TSelf With(QueryPlan plan)
    {
        Plan = plan;
        return (TSelf)this;
    }
}
