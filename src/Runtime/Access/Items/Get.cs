using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads one item. For a plain read, <see cref="DynamoTable{T}.GetAsync"/> is shorter and allocates less.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>A builder, made for one use: each call changes it and returns it, so that what is kept of it changes too. For another get make another. Not safe for concurrent use.</remarks>
public sealed class Get<T> : ExecutableRead<T>
    where T : IItem<T>
{
    internal Get(TableHandle table, ItemKey<T> key)
        : base(new GetPlan(table, T.Model, key.Partition, key.Sort))
    {
    }

    /// <summary>Reads what the last write left, at twice the cost.</summary>
    public Get<T> ConsistentRead() => With(Plan with { IsConsistent = true });

    /// <summary>Returns the item also where its time to live is over and the service has not deleted it yet.</summary>
    public Get<T> IncludeExpired() => With(Plan with { IncludesExpired = true });

    /// <summary>Has the response tell the capacity that the read used.</summary>
    public Get<T> ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total) => With(Plan with { Capacity = detail });

    /// <summary>Reads the item as a smaller type, and only the attributes that it has. It takes the options that were set before; the cost is that of the whole item.</summary>
    /// <typeparam name="TPart">A type that has some of the item's attributes: any item type or nested type.</typeparam>
    public ProjectedGet<TPart> As<TPart>()
        where TPart : IDynamoMap<TPart> => new(Plan with { Projection = Projections.Of<TPart>(Plan.Model) });

    private Get<T> With(in GetPlan plan)
    {
        Plan = plan;
        return this;
    }
}
