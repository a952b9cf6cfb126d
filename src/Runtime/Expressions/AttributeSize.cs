using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// <c>size(path)</c>: the length of a string in characters as DynamoDB counts them, the number of bytes of a binary, or the number of
/// elements of a set, list or map.
/// </summary>
#pragma warning disable CS0660, CS0661 // == and != create conditions
public readonly struct AttributeSize
#pragma warning restore CS0660, CS0661
{
    private readonly AttributePath path;

    internal AttributeSize(AttributePath path) => this.path = path;

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
        new BetweenCondition<SizeOperand, int, NumberConverter<int>>(path, new SizeOperand(path), low, high);

    private ComparisonCondition<SizeOperand, ValueOperand<int, NumberConverter<int>>> Compare(Comparison comparison, int number) =>
        new(path, new SizeOperand(path), comparison, new ValueOperand<int, NumberConverter<int>>(number));
}
