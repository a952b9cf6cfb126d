using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A condition on an item: made from attribute tokens (<c>r.Status == RunStatus.Running &amp;&amp; r.Steps.Exists()</c>), combined with
/// <c>&amp;&amp;</c>, <c>||</c> and <c>!</c>, and rendered into a request's expression with every value in the expression's values.
/// <c>&amp;</c> and <c>|</c> make the same conditions as <c>&amp;&amp;</c> and <c>||</c>.
/// </summary>
/// <remarks>
/// Immutable, so that one condition can serve many requests. Not a boolean: DynamoDB evaluates it, and <c>if</c> does not take it. The
/// operators refuse null; their parameters are nullable because the compiler takes a boolean's token for null once it has seen
/// <c>r.Approved == null</c>.
/// </remarks>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>How many operators and functions the condition has; DynamoDB takes 300 at most.</summary>
    internal virtual int Operators => 1;

    /// <summary>Holds where both hold.</summary>
    public static Condition operator &(Condition? left, Condition? right) => Combine(left, right, isAnd: true);

    /// <summary>Holds where one of them holds.</summary>
    public static Condition operator |(Condition? left, Condition? right) => Combine(left, right, isAnd: false);

    /// <summary>Holds where the condition does not.</summary>
    public static Condition operator !(Condition? condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition is NotCondition not ? not.Inner : new NotCondition(condition);
    }

    /// <summary>
    /// Makes <c>||</c> build the condition that <c>|</c> builds. Nothing else may call it: a condition has no value in a program.
    /// </summary>
    /// <returns>Always false, so that C# does not leave out the right side of <c>||</c>.</returns>
    [Obsolete(
        "DynamoDB evaluates a condition, so it can't decide an 'if', a loop or '?:' in the program. "
        + "Pass it to If() or Where(), or read the item and compare its members.",
        error: true)]
    public static bool operator true(Condition? condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return false;
    }

    /// <summary>Makes <c>&amp;&amp;</c> build the condition that <c>&amp;</c> builds.</summary>
    /// <returns>Always false, so that C# does not leave out the right side of <c>&amp;&amp;</c>.</returns>
    public static bool operator false(Condition? condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return false;
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

    private static LogicalCondition Combine(Condition? left, Condition? right, bool isAnd)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new LogicalCondition(left, right, isAnd);
    }
}
