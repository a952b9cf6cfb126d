using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>One action of an update: what happens to what is at one path.</summary>
internal abstract class UpdateAction(AttributePath path, UpdateClause clause)
{
    public AttributePath Path { get; } = path;

    public UpdateClause Clause { get; } = clause;

    public abstract void Write(ref ItemWriter writer, ExpressionContext context);
}
