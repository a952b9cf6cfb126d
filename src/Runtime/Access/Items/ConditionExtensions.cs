using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>Conditions on writes, as lambdas over the generated tokens: <c>runs.Put(run).If(r => r.RunId.NotExists())</c>.</summary>
/// <remarks>The lambda runs once, immediately. The compiler infers its tokens from the interfaces that the item type implements.</remarks>
public static class ConditionExtensions
{
    /// <summary>Writes only if the condition holds. Several conditions must all hold.</summary>
    /// <remarks>
    /// If it does not hold, executing the write throws a <see cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException"/>.
    /// </remarks>
    public static TSelf If<TSelf, TAttributes, TFilter, TUpdatable>(
        this IConditional<TSelf, IHasTokens<TAttributes, TFilter, TUpdatable>> operation, Func<TAttributes, Condition> condition)
        where TAttributes : class, TFilter, new()
        where TFilter : class, TUpdatable, new()
        where TUpdatable : class, new()
    {
        ArgumentNullException.ThrowIfNull(condition);
        return operation.If(condition(Tokens<TAttributes>.Instance));
    }
}
