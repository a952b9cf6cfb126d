using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>attribute_type(path, type)</c>.</summary>
internal sealed class TypeCondition(AttributePath path, AttributeType type) : Condition
{
    private readonly string name = NameOf(type);

    internal override string? FindAttribute(Predicate<string> test) => Paths.Find(path, test);

    internal override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw("attribute_type("u8);
        path.Write(ref writer, context);
        writer.WriteRaw(", "u8);
        context.WriteValue<string, StringConverter>(ref writer, name);
        writer.WriteRaw(")"u8);
    }

    private static string NameOf(AttributeType type) => type switch
    {
        AttributeType.String => "S",
        AttributeType.Number => "N",
        AttributeType.Binary => "B",
        AttributeType.Boolean => "BOOL",
        AttributeType.Null => "NULL",
        AttributeType.List => "L",
        AttributeType.Map => "M",
        AttributeType.StringSet => "SS",
        AttributeType.NumberSet => "NS",
        AttributeType.BinarySet => "BS",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown attribute type."),
    };
}
