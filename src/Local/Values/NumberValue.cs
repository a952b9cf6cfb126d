namespace DynamoToolkit.Local.Values;

/// <summary>A number.</summary>
internal sealed class NumberValue(DynamoNumber number) : Value
{
    /// <summary>The exact number.</summary>
    public DynamoNumber Number { get; } = number;

    public override ValueKind Kind => ValueKind.N;

    public override int Size => Number.Size;

    public override bool SameAs(Value other) => other is NumberValue value && value.Number == Number;
}
