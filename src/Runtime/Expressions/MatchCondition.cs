using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>begins_with(path, value)</c> or <c>contains(path, value)</c>.</summary>
internal sealed class MatchCondition<T, TConverter>(AttributePath path, bool isPrefix, T value) : Condition
    where TConverter : IAttributeConverter<T>
{
    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(isPrefix ? "begins_with("u8 : "contains("u8);
        path.Write(ref writer, context);
        writer.WriteRaw(", "u8);
        context.WriteValue<T, TConverter>(ref writer, value);
        writer.WriteRaw(")"u8);
    }
}
