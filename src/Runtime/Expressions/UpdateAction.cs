using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>One action of an update: the change of the attribute at one path.</summary>
internal abstract class UpdateAction(AttributePath path, UpdateClause clause)
{
    public AttributePath Path { get; } = path;

    public UpdateClause Clause { get; } = clause;

    /// <summary>Whether the item has all of the action's values after the update, whatever it had before.</summary>
    public virtual bool StoresValues => false;

    public abstract void Write(ref ItemWriter writer, ExpressionContext context);
}
