using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path = value</c>, where the value is a String, Number or Binary of any type.</summary>
internal sealed class EqualsKeyCondition(AttributePath path, KeyValue value) : Condition
{
    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        context.WriteKey(ref writer, value);
    }
}
