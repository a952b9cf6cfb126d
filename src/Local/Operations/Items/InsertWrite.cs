using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Puts an item that must not exist, as PartiQL's INSERT does.</summary>
internal sealed class InsertWrite : ItemWrite
{
    protected override bool HoldsItem => true;

    public override void Check(TableSchema schema) => KeyRules.CheckItem(schema, KeyHolder);

    protected override void CheckRest(TableSchema schema) => KeyRules.CheckIndexed(schema, KeyHolder);

    protected override MapValue? Change(TableSchema schema, MapValue? old) => old is null ? KeyHolder : throw DynamoError.DuplicateItem();
}
