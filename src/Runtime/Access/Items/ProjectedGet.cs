using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>A get that reads its item as a smaller type, and only the attributes that it has. Made by <see cref="Get{T}.As{TPart}"/>.</summary>
/// <typeparam name="TPart">The type that is read: it has some of the item's attributes.</typeparam>
public sealed class ProjectedGet<TPart> : ExecutableRead<TPart>
    where TPart : IDynamoMap<TPart>
{
    internal ProjectedGet(in GetPlan plan)
        : base(plan)
    {
    }
}
