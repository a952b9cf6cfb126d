using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Changes attributes of an item. Creates a missing item, unless the changes only take something away.</summary>
internal sealed class UpdateWrite : ItemWrite
{
    /// <summary>The changes; null for none, which still creates a missing item.</summary>
    public Update? Update { get; init; }

    /// <summary>The attributes that an update returns for a value of <c>ReturnValues</c>; null for none.</summary>
    public MapValue? Returned(string returnValues, WriteOutcome outcome) => returnValues switch
    {
        "ALL_OLD" => outcome.Old,
        "ALL_NEW" => outcome.New,
        "UPDATED_OLD" => Updated(outcome.Old),
        "UPDATED_NEW" => Updated(outcome.New),
        _ => null,
    };

    public override void Check(TableSchema schema)
    {
        KeyRules.CheckKey(schema.Keys, KeyHolder);
        foreach (var action in Update?.Actions ?? [])
            CheckAction(schema, action);
    }

    protected override MapValue? Change(TableSchema schema, MapValue? old)
    {
        if (old is null && Update is { OnlyRemoves: true })
            return null;

        var item = old ?? KeyHolder;
        if (Update is not null)
            item = Update.Apply(item);
        if (item.ItemSize > MaxItemBytes)
            throw DynamoError.Validation("Item size to update has exceeded the maximum allowed size");

        // Only a value that goes into a map or list can become nested more deeply than in the request.
        var isNested = Update is not null && Update.Actions.Any(static action => action.Path.IsNested);
        if (isNested && item.Levels - 1 > ValueReader.MaxLevels)
            throw ValueReader.TooManyLevels();

        CheckIndexKeys(schema, item);
        VectorRules.CheckUpdate(schema, item, old);
        return item;
    }

    private MapValue? Updated(MapValue? item)
    {
        if (Update is null || item is null)
            return null;

        var updated = new Projection([.. Update.Actions.Select(static action => action.Path)]).Apply(item);
        return updated.Members.Count == 0 ? null : updated;
    }

    private static void CheckAction(TableSchema schema, UpdateAction action)
    {
        var name = action.Path.Attribute;
        if (schema.Keys.Has(name))
            throw DynamoError.InvalidParameter($"Cannot update attribute {name}. This attribute is part of the key");
        KeyPaths.CheckScalar(schema, action.Path);
        KeyPaths.CheckScalars(schema, action.Operand);
        if (action.Kind != UpdateActionKind.Set || action.Path.IsNested || action.Operand is not ConstantOperand { Value: var value })
            return;

        foreach (var index in schema.Indexes)
        {
            foreach (var element in index.Keys.Elements)
            {
                if (element.Name == name)
                    KeyRules.CheckIndexKeyType(index, element, value);
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
