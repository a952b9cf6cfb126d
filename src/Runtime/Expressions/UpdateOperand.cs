using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// An operand of the value that an update sets: a value, an attribute, or an attribute with a fallback (<c>if_not_exists</c>).
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <typeparam name="TConverter">Writes the value.</typeparam>
public readonly struct UpdateOperand<T, TConverter>
    where TConverter : IAttributeConverter<T>
{
    private readonly AttributePath path;
    private readonly T? value;
    private readonly bool hasValue;

    internal UpdateOperand(AttributePath path, T? value, bool hasValue)
    {
        this.path = path;
        this.value = value;
        this.hasValue = hasValue;
    }

    /// <summary>A value.</summary>
    public static implicit operator UpdateOperand<T, TConverter>(T value) => new(default, value, hasValue: true);

    /// <summary>The attribute's value.</summary>
    public static implicit operator UpdateOperand<T, TConverter>(Attribute<T, TConverter> attribute) =>
        new(attribute.Path, default, hasValue: false);

    /// <summary>The attribute's value.</summary>
    public static implicit operator UpdateOperand<T, TConverter>(UnorderedAttribute<T, TConverter> attribute) =>
        new(attribute.Path, default, hasValue: false);

    /// <summary>The value, or the fallback.</summary>
    internal T? Value => value;

    /// <summary>Whether it is a value, and not what is at a path.</summary>
    internal bool IsPlain => path.IsItem;

    internal void Write(ref ItemWriter writer, ExpressionContext context)
    {
        if (IsPlain)
        {
            context.WriteValue<T, TConverter>(ref writer, value!);
            return;
        }

        if (hasValue)
            writer.WriteRaw("if_not_exists("u8);
        path.Write(ref writer, context);
        if (!hasValue)
            return;

        writer.WriteRaw(", "u8);
        context.WriteValue<T, TConverter>(ref writer, value!);
        writer.WriteRaw(")"u8);
    }
}
