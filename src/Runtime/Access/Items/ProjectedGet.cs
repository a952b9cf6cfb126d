using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// A get that reads its item as a smaller type, and only the attributes of that type. Created by <see cref="Get{T}.As{TPart}"/>.
/// </summary>
/// <typeparam name="TPart">The type to read the item as. It has some of the item's attributes.</typeparam>
public sealed class ProjectedGet<TPart> : GetBuilder<TPart>
    where TPart : IDynamoMap<TPart>
{
    internal ProjectedGet(GetItem<TPart> request)
        : base(request)
    {
    }
}
