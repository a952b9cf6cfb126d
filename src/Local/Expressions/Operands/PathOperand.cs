using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Expressions.Operands;

/// <summary>A document path as an operand.</summary>
internal sealed class PathOperand(DocumentPath path) : Operand
{
    /// <summary>The path.</summary>
    public DocumentPath Path { get; } = path;

    public override ValueKind? KnownKind => null;

    public override Value? Evaluate(MapValue item) => Path.Find(item);
}
