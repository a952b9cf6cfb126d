using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>
/// A comparison of a boolean attribute with a value. It keeps the token instead of its path, because the token is on the heap already.
/// </summary>
internal sealed class BooleanCondition<TConverter>(BooleanAttribute<TConverter> attribute, Comparison comparison, bool value) : Condition
    where TConverter : IAttributeConverter<bool>
{
    internal override string? FindAttribute(Predicate<string> test) => attribute.FindAttribute(test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context) =>
        attribute.Write(ref writer, context, comparison, value);
}
