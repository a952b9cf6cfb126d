using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Reads one item. For a plain read, <see cref="DynamoTable{T}.GetAsync"/> is shorter and allocates less.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each get. Not safe for concurrent use.
/// </remarks>
public sealed class Get<T> : GetBuilder<T>
    where T : IItem<T>
{
    internal Get(TableHandle table, ItemKey<T> key)
        : base(new GetItem<T>(table, T.Model, key.Partition, key.Sort))
    {
    }

    /// <summary>Reads the result of the latest write, at twice the cost.</summary>
    public Get<T> ConsistentRead()
    {
        Request.IsConsistent = true;
        return this;
    }

    /// <summary>Returns the item even if it has expired and the service has not deleted it yet.</summary>
    public Get<T> IncludeExpired()
    {
        Request.IncludesExpired = true;
        return this;
    }

    /// <summary>Returns the capacity that the get used: <see cref="ItemResult{T}.ConsumedCapacity"/>.</summary>
    public Get<T> ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        Request.Capacity = detail;
        return this;
    }

    /// <summary>
    /// Reads the item as a smaller type, and only the attributes of that type. Set the other options first. It costs as much as reading the
    /// whole item.
    /// </summary>
    /// <typeparam name="TPart">
    /// A type that has some of the item's attributes: a nested type, or an item type that does not have items of its own in the table.
    /// </typeparam>
    /// <exception cref="InvalidOperationException">The type has items of its own in the table.</exception>
    public ProjectedGet<TPart> As<TPart>()
        where TPart : IDynamoMap<TPart> => new(new GetItem<TPart>(Request) { Projection = Projections.Of<TPart>(T.Model) });
}
