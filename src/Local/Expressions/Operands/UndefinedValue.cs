using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>
/// Stands for a value that the request does not define, so that parsing continues and can find a more important mistake. Never evaluated.
/// </summary>
internal sealed class UndefinedValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly UndefinedValue Instance = new();

    private UndefinedValue()
    {
    }

    public override ValueKind Kind => ValueKind.NULL;

    public override int Size => 0;

    public override bool SameAs(Value other) => false;
}
