using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>A get that reads its item as a smaller type, and only the attributes that it has. Made by <see cref="Get{T}.As{TPart}"/>.</summary>
/// <typeparam name="TPart">The type that is read: it has some of the item's attributes.</typeparam>
public sealed class ProjectedGet<TPart> : GetBuilder<TPart>
    where TPart : IDynamoMap<TPart>
{
    internal ProjectedGet(GetItem<TPart> request)
        : base(request)
    {
    }
}
