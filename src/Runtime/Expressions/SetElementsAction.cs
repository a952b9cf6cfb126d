using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary><c>ADD path set</c> or <c>DELETE path set</c>.</summary>
internal sealed class SetElementsAction<T, TConverter>(AttributePath path, UpdateClause clause, T[] elements) : UpdateAction(path, clause)
    where TConverter : IAttributeConverter<T>
{
    public override bool StoresValues => Clause is UpdateClause.Add;

    public override void Write(ref ItemWriter writer, ExpressionContext context)
    {
        Path.Write(ref writer, context);
        writer.WriteRaw(" "u8);
        context.WriteSet<T, TConverter>(ref writer, elements);
    }
}
