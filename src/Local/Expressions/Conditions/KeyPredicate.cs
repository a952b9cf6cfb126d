using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Conditions;

/// <summary>The part of a key condition that restricts one attribute.</summary>
internal sealed record KeyPredicate(string Attribute, KeyOperator Operator, Value Value, Value? High)
{
    /// <summary>Whether the predicate holds for a value.</summary>
    public bool Holds(Value value) => Operator switch
    {
        KeyOperator.Equal => value.SameAs(Value),
        KeyOperator.Less => ValueOrder.Compare(value, Value) < 0,
        KeyOperator.LessOrEqual => ValueOrder.Compare(value, Value) <= 0,
        KeyOperator.Greater => ValueOrder.Compare(value, Value) > 0,
        KeyOperator.GreaterOrEqual => ValueOrder.Compare(value, Value) >= 0,
        KeyOperator.Between => ValueOrder.Compare(value, Value) >= 0 && ValueOrder.Compare(value, High!) <= 0,
        KeyOperator.BeginsWith => ValueOrder.BeginsWith(value, Value),
        _ => false,
    };
}
