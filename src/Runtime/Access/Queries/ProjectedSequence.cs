using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items of a query or scan, read as a smaller type.</summary>
/// <typeparam name="TPart">The type to read the items as. It has some of the items' attributes.</typeparam>
public sealed class ProjectedSequence<TPart> : TypedSequence<TPart>
    where TPart : IDynamoMap<TPart>
{
    internal ProjectedSequence(QueryPlan plan)
        : base(plan)
    {
    }
}
