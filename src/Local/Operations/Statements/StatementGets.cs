using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>Gets the one item that a SELECT of a batch or a transaction names.</summary>
internal static class StatementGets
{
    /// <summary>Gets the item, as far as the statement selects it; null if there is none or the condition does not hold.</summary>
    /// <param name="context">The request.</param>
    /// <param name="select">The statement.</param>
    /// <param name="capacity">The consumed capacity.</param>
    /// <param name="units">Returns the units that a read of that number of bytes consumes.</param>
    public static MapValue? Get(OperationContext context, SelectStatement select, CapacityReport capacity, Func<long, double> units)
    {
        if (select.Index is not null)
        {
            throw DynamoError.Validation(
                "Select statements within a batch or transaction must specify the primary key in the where clause.");
        }

        var table = context.Table(select.Table);
        var key = StatementKeys.ReadKey(table.Schema.Keys, select.Where, out var rest);
        var item = table.Find(table.KeyOf(key));
        var consumed = units(item?.ItemSize ?? 0);
        context.ChargeRead(table, key, consumed);
        capacity.For(select.Table).AddTable(consumed);
        if (item is null || rest?.Holds(item) == false)
            return null;
        return select.Columns is null ? item : SelectColumn.Pick(select.Columns, item);
    }
}
