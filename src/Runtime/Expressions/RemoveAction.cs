using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>REMOVE path</c>.</summary>
internal sealed class RemoveAction(AttributePath path) : UpdateAction(path, UpdateClause.Remove)
{
    public override void Write(ref ItemWriter writer, ExpressionContext context) => Path.Write(ref writer, context);
}
