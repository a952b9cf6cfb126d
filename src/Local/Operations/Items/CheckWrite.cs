using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Changes nothing; its condition alone matters. Only transactions have it.</summary>
internal sealed class CheckWrite : ItemWrite
{
    public override void Check(TableSchema schema) => KeyRules.CheckKey(schema.Keys, KeyHolder);

    protected override MapValue? Change(TableSchema schema, MapValue? old) => old;
}
