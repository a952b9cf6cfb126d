using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>path = value</c>, where the value is given as it is stored.</summary>
/// <param name="path">The attribute.</param>
/// <param name="json">The value: <c>{"S":"x"}</c>.</param>
internal sealed class StoredEqualsCondition(AttributePath path, byte[] json) : Condition
{
    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        path.Write(ref writer, context);
        writer.WriteRaw(" = "u8);
        context.WriteStored(ref writer, json);
    }
}
