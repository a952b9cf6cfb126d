using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions;

/// <summary>Stands where an expression names a value that the request lacks, so that parsing goes on and finds graver mistakes; never evaluated.</summary>
internal sealed class UndefinedValue : Value
{
    /// <summary>The one instance.</summary>
    public static readonly UndefinedValue Instance = new();

    private UndefinedValue()
    {
    }

    public override ValueKind Kind => ValueKind.NULL;

    public override int Size => 0;

    public override bool SameAs(Value other) => false;
}
