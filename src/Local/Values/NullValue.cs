namespace DynamoToolkit.Local.Values;

/// <summary>The null value, which is not the same as no value.</summary>
internal sealed class NullValue : Value
{
    /// <summary>The one null value.</summary>
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }

    public override ValueKind Kind => ValueKind.NULL;

    public override int Size => 1;

    public override bool SameAs(Value other) => other is NullValue;
}
