using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A condition on an item: built from attribute tokens (<c>r.Status == RunStatus.Running &amp; r.Steps.Exists()</c>), combined with
/// <c>&amp;</c>, <c>|</c> and <c>!</c>, and rendered into a request's expression with every value in the expression's values.
/// </summary>
/// <remarks>
/// Immutable, so that one condition can serve many requests. Not a boolean: <c>&amp;&amp;</c> and <c>if</c> do not take it.
/// </remarks>
public abstract class Condition
{
    private protected Condition(int operators) => Operators = operators;

    /// <summary>How many operators and functions the condition has; DynamoDB allows at most 300.</summary>
    internal int Operators { get; }

    /// <summary>Holds if both conditions hold.</summary>
    public static Condition operator &(Condition left, Condition right) => Combine(left, right, isAnd: true);

    /// <summary>Holds if at least one of the conditions holds.</summary>
    public static Condition operator |(Condition left, Condition right) => Combine(left, right, isAnd: false);

    /// <summary>Holds if the condition does not.</summary>
    public static Condition operator !(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition is NotCondition not ? not.Inner : new NotCondition(condition);
    }

    /// <summary>Joins two conditions of which the first may be missing.</summary>
    internal static Condition Both(Condition? first, Condition second)
    {
        ArgumentNullException.ThrowIfNull(second);
        return first is null ? second : first & second;
    }

    /// <summary>
    /// Returns the first attribute for which the test holds, or null. Reads and writes use it to refuse attributes that DynamoDB does not
    /// allow there.
    /// </summary>
    internal abstract string? FindAttribute(Predicate<string> test);

    internal abstract void Write(ref ItemWriter writer, ExpressionContext context);

    private static LogicalCondition Combine(Condition left, Condition right, bool isAnd)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new LogicalCondition(left, right, isAnd);
    }
}
