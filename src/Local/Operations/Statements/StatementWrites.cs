using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Operands;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Expressions.Updates;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>Turns statements that write into the writes of items.</summary>
internal static class StatementWrites
{
    /// <summary>The write that a statement stands for.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="request">The request, or the part of it, that holds the statement.</param>
    /// <param name="schema">The statement's table.</param>
    public static ItemWrite Make(Statement statement, Fields request, TableSchema schema)
    {
        var returnsItem = ItemWriteReader.ReturnsItemOnFailure(request);
        return statement switch
        {
            InsertStatement insert => MakeInsert(insert, returnsItem),
            UpdateStatement update => MakeUpdate(update, schema, returnsItem),
            _ => MakeDelete((DeleteStatement)statement, schema, returnsItem),
        };
    }

    /// <summary>What a statement returns of its outcome; null for nothing.</summary>
    public static MapValue? Returned(Statement statement, ItemWrite write, WriteOutcome outcome) => (statement, write) switch
    {
        (UpdateStatement { Returning: { } returning }, UpdateWrite update) => update.Returned(returning, outcome),
        (DeleteStatement { ReturnsOld: true }, _) => outcome.Old,
        _ => null,
    };

    private static InsertWrite MakeInsert(InsertStatement insert, bool returnsItem)
    {
        CheckNames(insert.Item);
        if (insert.Item.Levels - 1 > ValueReader.MaxLevels)
            throw ValueReader.TooManyLevels();

        PutWrite.CheckSize(insert.Item);
        return new InsertWrite { TableName = insert.Table, KeyHolder = insert.Item, ReturnItemOnFailure = returnsItem };
    }

    // An UPDATE changes only an item that exists.
    private static UpdateWrite MakeUpdate(UpdateStatement update, TableSchema schema, bool returnsItem)
    {
        foreach (var action in update.Update.Actions)
            CheckAction(action);

        var key = StatementKeys.ReadKey(schema.Keys, update.Where, out var rest);
        var hash = new PathOperand(new DocumentPath([PathElement.Member(schema.Keys.Hash.Name)]));
        Condition exists = new FunctionCondition("attribute_exists", [hash]);
        return new UpdateWrite
        {
            TableName = update.Table,
            KeyHolder = key,
            Update = update.Update,
            Condition = rest is null ? exists : new JunctionCondition(isAnd: true, exists, rest),
            ReturnItemOnFailure = returnsItem,
        };
    }

    private static KeyWrite MakeDelete(DeleteStatement delete, TableSchema schema, bool returnsItem)
    {
        var key = StatementKeys.ReadKey(schema.Keys, delete.Where, out var rest);
        return new KeyWrite
        {
            TableName = delete.Table,
            KeyHolder = key,
            Condition = rest,
            ReturnItemOnFailure = returnsItem,
            Deletes = true,
        };
    }

    private static void CheckAction(UpdateAction action)
    {
        foreach (var element in action.Path.Elements)
        {
            if (element.Name is not null)
                AttributeNames.Check(element.Name);
        }

        if (action.Operand is not ConstantOperand { Value: var value })
            return;

        CheckNames(value);
        if (value.Levels > ValueReader.MaxLevels)
            throw ValueReader.TooManyLevels();
    }

    private static void CheckNames(Value value)
    {
        switch (value)
        {
            case MapValue map:
                foreach (var (name, member) in map.Members)
                {
                    AttributeNames.Check(name);
                    CheckNames(member);
                }

                break;
            case ListValue list:
                Array.ForEach(list.Elements, CheckNames);
                break;
        }
    }
}
