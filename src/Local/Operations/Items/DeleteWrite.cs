using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Deletes an item, if there is one.</summary>
internal sealed class DeleteWrite : ItemWrite
{
    public override void Check(TableSchema schema) => KeyRules.CheckKey(schema.Keys, KeyHolder);

    protected override MapValue? Change(TableSchema schema, MapValue? old) => null;
}
