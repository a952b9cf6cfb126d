namespace DynamoToolkit.Local.Values;

/// <summary>The null value. It differs from an absent attribute.</summary>
internal sealed class NullValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }

    public override ValueKind Kind => ValueKind.NULL;

    public override int Size => 1;

    public override bool SameAs(Value other) => other is NullValue;
}
