using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>A function that is a condition: it checks existence, type, beginning or content.</summary>
internal sealed class FunctionCondition(string name, List<Operand> arguments) : Condition
{
    private TextTest? test;

    /// <summary>The function's name.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments. Their number fits the function.</summary>
    public List<Operand> Arguments { get; } = arguments;

    public override bool Holds(MapValue item)
    {
        if (Name == "begins_with" && item.IsPacked
            && (test ??= TextTest.Of(Arguments[0], Arguments[1], isBeginning: true)).TryHold(item, out var holds))
        {
            return holds;
        }

        var first = Arguments[0].Evaluate(item);
        if (Name == "attribute_not_exists")
            return first is null;
        if (first is null)
            return false;
        if (Name == "attribute_exists")
            return true;
        if (Arguments[1].Evaluate(item) is not { } second)
            return false;

        return Name switch
        {
            "attribute_type" => second is StringValue type && first.Kind.Name() == type.Text,
            "begins_with" => ValueOrder.BeginsWith(first, second),
            _ => ValueOrder.Contains(first, second),
        };
    }

    public override void VisitOperands(Action<Operand> visit) => Arguments.ForEach(argument => argument.Visit(visit));
}
