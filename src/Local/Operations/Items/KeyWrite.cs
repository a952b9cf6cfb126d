using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>
/// A write that needs nothing but the item's key: it deletes the item if there is one, or, as a transaction's <c>ConditionCheck</c>, only
/// checks the condition.
/// </summary>
internal sealed class KeyWrite : ItemWrite
{
    /// <summary>Whether to delete the item, not just to check the condition.</summary>
    public required bool Deletes { get; init; }

    public override void Check(TableSchema schema) => KeyRules.CheckKey(schema.Keys, KeyHolder);

    protected override MapValue? Change(TableSchema schema, MapValue? old) => Deletes ? null : old;
}
