using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Puts a whole item.</summary>
internal sealed class PutWrite : ItemWrite
{
    /// <summary>Checks the size of an item.</summary>
    public static void CheckSize(MapValue item)
    {
        if (item.ItemSize > MaxItemBytes)
            throw DynamoError.Validation("Item size has exceeded the maximum allowed size");
    }

    protected override bool HoldsItem => true;

    public override void Check(TableSchema schema) => KeyRules.CheckItem(schema, KeyHolder);

    protected override void CheckRest(TableSchema schema) => KeyRules.CheckIndexed(schema, KeyHolder);

    protected override MapValue? Change(TableSchema schema, MapValue? old) => KeyHolder;
}
