using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Changes some attributes of an item, and makes the item if there is none.</summary>
internal sealed class UpdateWrite : ItemWrite
{
    /// <summary>The changes; null makes at most an empty item.</summary>
    public Update? Update { get; init; }

    public override void Check(TableSchema schema)
    {
        KeyRules.CheckKey(schema.Keys, KeyHolder);
        foreach (var action in Update?.Actions ?? [])
            CheckAction(schema, action);
    }

    protected override MapValue? Change(TableSchema schema, MapValue? old)
    {
        var item = old ?? KeyHolder;
        if (Update is not null)
            item = Update.Apply(item);
        if (item.ItemSize > MostItemBytes)
            throw DynamoError.Validation("Item size to update has exceeded the maximum allowed size");

        // Only a value that goes into a map or list can lie deeper than it came.
        if (Update is not null && Update.Actions.Any(static action => action.Path.IsNested) && item.Levels - 1 > ValueReader.MostLevels)
            throw ValueReader.TooManyLevels();

        CheckIndexKeys(schema, item);
        return item;
    }

    private static void CheckAction(TableSchema schema, UpdateAction action)
    {
        var name = action.Path.Attribute;
        if (schema.Keys.Has(name))
            throw DynamoError.InvalidParameter($"Cannot update attribute {name}. This attribute is part of the key");
        KeyPaths.CheckScalar(schema, action.Path);
        if (action.Kind != UpdateActionKind.Set || action.Path.IsNested || action.Operand is not ConstantOperand { Value: var value })
            return;

        foreach (var index in schema.Indexes)
        {
            foreach (var element in index.Keys.Elements)
            {
                if (element.Name == name && element.Kind != value.Kind)
                    throw DynamoError.InvalidParameter($"Type mismatch for Index Key {name} Expected: {element.Kind.Name()} Actual: {value.Kind.Name()} IndexName: {index.Name}");
            }
        }
    }

    private static void CheckIndexKeys(TableSchema schema, MapValue item)
    {
        foreach (var index in schema.Indexes)
        {
            foreach (var element in index.Keys.Elements)
            {
                if (item.TryGet(element.Name, out var value) && value.Kind != element.Kind)
                    throw DynamoError.Validation("The update expression attempted to update the secondary index key to unsupported type");
            }
        }

        KeyRules.CheckIndexKeys(schema, item);
    }
}
