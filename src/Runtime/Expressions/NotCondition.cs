using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>NOT a condition.</summary>
internal sealed class NotCondition(Condition inner) : Condition
{
    public Condition Inner { get; } = inner;

    internal override int Operators => Inner.Operators + 1;

    internal override string? FindAttribute(Predicate<string> test) => Inner.FindAttribute(test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("NOT ("u8);
        Inner.Write(ref writer, context);
        writer.WriteRaw(")"u8);
    }
}
