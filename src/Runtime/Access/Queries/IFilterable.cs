using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>A read that can leave items out. Its lambdas come from <see cref="FilterExtensions"/>.</summary>
/// <typeparam name="TSelf">The read itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type. The parameter is variant, so it can also be an interface that the item type implements.</typeparam>
public interface IFilterable<TSelf, out T>
{
    /// <summary>Returns only items for which the condition holds. Several conditions must all hold.</summary>
    /// <remarks>DynamoDB still reads the items that the filter leaves out, and charges for them.</remarks>
    TSelf Where(Condition condition);
}
