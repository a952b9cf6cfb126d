using System.Diagnostics.CodeAnalysis;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>The value that an update sets an attribute to: an operand, or the sum or difference of two operands.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TConverter">Writes the value.</typeparam>
public readonly struct UpdateValue<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    private readonly UpdateOperand<T, TConverter> left;
    private readonly UpdateOperand<T, TConverter> right;
    private readonly Arithmetic arithmetic;

    private UpdateValue(UpdateOperand<T, TConverter> left, Arithmetic arithmetic, UpdateOperand<T, TConverter> right)
    {
        this.left = left;
        this.arithmetic = arithmetic;
        this.right = right;
    }

    private enum Arithmetic
    {
        None,
        Plus,
        Minus,
    }

    /// <summary>A value.</summary>
    public static implicit operator UpdateValue<T, TConverter>(T value) => new(value, Arithmetic.None, default);

    /// <summary>The attribute's value.</summary>
    public static implicit operator UpdateValue<T, TConverter>(Attribute<T, TConverter> attribute) =>
        new(attribute, Arithmetic.None, default);

    /// <summary>The attribute's value.</summary>
    public static implicit operator UpdateValue<T, TConverter>(UnorderedAttribute<T, TConverter> attribute) =>
        new(attribute, Arithmetic.None, default);

    /// <summary>The operand alone.</summary>
    public static implicit operator UpdateValue<T, TConverter>(UpdateOperand<T, TConverter> operand) =>
        new(operand, Arithmetic.None, default);

    /// <summary>Whether it is a value, and not computed from attributes.</summary>
    internal bool IsPlain => arithmetic is Arithmetic.None && left.IsPlain;

    /// <summary>The value, if it is one.</summary>
    internal bool TryGetPlain([MaybeNullWhen(false)] out T value)
    {
        value = left.Value;
        return IsPlain;
    }

    internal static UpdateValue<T, TConverter> Sum(UpdateOperand<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
        new(left, Arithmetic.Plus, right);

    internal static UpdateValue<T, TConverter> Difference(UpdateOperand<T, TConverter> left, UpdateOperand<T, TConverter> right) =>
        new(left, Arithmetic.Minus, right);

    internal void Write(ref ItemWriter writer, ExpressionContext context)
    {
        left.Write(ref writer, context);
        if (arithmetic is Arithmetic.None)
            return;

        writer.WriteRaw(arithmetic is Arithmetic.Plus ? " + "u8 : " - "u8);
        right.Write(ref writer, context);
    }
}
