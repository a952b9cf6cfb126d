namespace DynamoToolkit.Local.Values;

/// <summary>True or false.</summary>
internal sealed class BoolValue : Value
{
    /// <summary>The only true value.</summary>
    public static readonly BoolValue True = new(true);

    /// <summary>The only false value.</summary>
    public static readonly BoolValue False = new(false);

    private BoolValue(bool isTrue) => IsTrue = isTrue;

    /// <summary>Whether this is the true value.</summary>
    public bool IsTrue { get; }

    public override ValueKind Kind => ValueKind.BOOL;

    public override int Size => 1;

    public override bool SameAs(Value other) => ReferenceEquals(this, other);
}
