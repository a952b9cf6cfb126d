using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>A write that can depend on a condition. Its lambdas come from <see cref="ConditionExtensions"/>.</summary>
/// <typeparam name="TSelf">The write itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type. The parameter is variant, so it can also be an interface that the item type implements.</typeparam>
public interface IConditional<out TSelf, out T>
{
    /// <summary>The write itself.</summary>
    internal TSelf Self { get; }

    /// <summary>Writes only if the condition holds. Several conditions must all hold.</summary>
    TSelf If(Condition condition);
}
