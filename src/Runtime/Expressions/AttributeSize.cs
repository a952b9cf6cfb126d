using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// <c>size(path)</c>: the length of a string in characters as DynamoDB counts them, the number of bytes of a binary, or the number of
/// elements of a set, list or map. The size of an absent set is 0, because an empty set is stored by its absence. No other absent
/// attribute has a size, and no comparison holds for it.
/// </summary>
#pragma warning disable CS0660, CS0661 // == and != create conditions
public readonly struct AttributeSize
#pragma warning restore CS0660, CS0661
{
    private readonly AttributePath path;
    private readonly bool isOfSet;

    internal AttributeSize(AttributePath path, bool isOfSet)
    {
        this.path = path;
        this.isOfSet = isOfSet;
    }

    /// <summary>Holds if the size is the number.</summary>
    public static Condition operator ==(AttributeSize size, int number) => size.Compare(Comparison.Equal, number);

    /// <summary>Holds if the size is another number.</summary>
    public static Condition operator !=(AttributeSize size, int number) => size.Compare(Comparison.NotEqual, number);

    /// <summary>Holds if the size is less than the number.</summary>
    public static Condition operator <(AttributeSize size, int number) => size.Compare(Comparison.Less, number);

    /// <summary>Holds if the size is the number or less.</summary>
    public static Condition operator <=(AttributeSize size, int number) => size.Compare(Comparison.AtMost, number);

    /// <summary>Holds if the size is greater than the number.</summary>
    public static Condition operator >(AttributeSize size, int number) => size.Compare(Comparison.Greater, number);

    /// <summary>Holds if the size is the number or greater.</summary>
    public static Condition operator >=(AttributeSize size, int number) => size.Compare(Comparison.AtLeast, number);

    /// <summary>Holds where the size is the number.</summary>
    public static Condition operator ==(int number, AttributeSize size) => size == number;

    /// <summary>Holds where the size is another number.</summary>
    public static Condition operator !=(int number, AttributeSize size) => size != number;

    /// <summary>Holds where the number is less than the size.</summary>
    public static Condition operator <(int number, AttributeSize size) => size > number;

    /// <summary>Holds where the number is the size or less.</summary>
    public static Condition operator <=(int number, AttributeSize size) => size >= number;

    /// <summary>Holds where the number is greater than the size.</summary>
    public static Condition operator >(int number, AttributeSize size) => size < number;

    /// <summary>Holds where the number is the size or greater.</summary>
    public static Condition operator >=(int number, AttributeSize size) => size <= number;

    /// <summary>Holds where the size is between the two numbers, both included; the first may not be the greater one.</summary>
    public Condition Between(int low, int high) =>
        WithEmpty(
            new BetweenCondition<SizeOperand, int, NumberConverter<int>>(path, new SizeOperand(path), low, high), low <= 0 && high >= 0);

    private Condition Compare(Comparison comparison, int number)
    {
        var includesZero = comparison switch
        {
            Comparison.Equal => number == 0,
            Comparison.NotEqual => number != 0,
            Comparison.Less => number > 0,
            Comparison.AtMost => number >= 0,
            Comparison.Greater => number < 0,
            Comparison.AtLeast => number <= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Unknown comparison."),
        };
        return WithEmpty(
            new ComparisonCondition<SizeOperand, ValueOperand<int, NumberConverter<int>>>(
                path, new SizeOperand(path), comparison, new ValueOperand<int, NumberConverter<int>>(number)),
            includesZero);
    }

    // DynamoDB has no empty sets, so the library leaves them out.
    private Condition WithEmpty(Condition condition, bool includesZero) =>
        isOfSet && includesZero ? condition | AttributeComparisons.Absent(path) : condition;
}
