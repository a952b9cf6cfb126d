using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>attribute_exists(path)</c> or <c>attribute_not_exists(path)</c>.</summary>
internal sealed class ExistenceCondition(AttributePath path, bool exists) : Condition
{
    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(exists ? "attribute_exists("u8 : "attribute_not_exists("u8);
        path.Write(ref writer, context);
        writer.WriteRaw(")"u8);
    }
}
