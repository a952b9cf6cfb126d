using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>A read that can leave items out. Its lambdas come from <see cref="FilterExtensions"/>.</summary>
/// <typeparam name="TSelf">The read itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type; as a variant type argument, anything that it implements.</typeparam>
public interface IFilterable<TSelf, out T>
{
    /// <summary>Returns only items for which the condition holds. Several conditions must all hold.</summary>
    /// <remarks>What is left out is still read, and paid for.</remarks>
    TSelf Where(Condition condition);
}
