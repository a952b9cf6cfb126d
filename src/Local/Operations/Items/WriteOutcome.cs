using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>The result of a write: the item before and after, null where there is none.</summary>
internal readonly record struct WriteOutcome(TableSchema Schema, MapValue? Old, MapValue? New)
{
    /// <summary>The item after the write, otherwise the item before it.</summary>
    public MapValue? Either => New ?? Old;
}
