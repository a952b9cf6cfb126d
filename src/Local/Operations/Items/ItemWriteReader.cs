using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Reads the writes of single items, which look the same in their own operations and in transactions.</summary>
internal static class ItemWriteReader
{
    private static readonly string[] ConditionOnly = ["ConditionExpression"];
    private static readonly string[] Legacy = ["Expected"];
    private static readonly string[] UpdateExpressions = ["UpdateExpression", "ConditionExpression"];
    private static readonly string[] UpdateLegacy = ["AttributeUpdates", "Expected"];

    /// <summary>Reads a put.</summary>
    public static PutWrite ReadPut(Fields fields, string table)
    {
        ExpressionParameters.Check(fields, ConditionOnly, Legacy);
        var item = ValueReader.ReadMap(fields.Map("Item")!.Value);
        PutWrite.CheckSize(item);
        return new PutWrite
        {
            TableName = table,
            KeyHolder = item,
            Condition = ReadCondition(fields),
            ReturnItemOnFailure = ReturnsItemOnFailure(fields),
        };
    }

    /// <summary>Reads a delete.</summary>
    public static DeleteWrite ReadDelete(Fields fields, string table)
    {
        ExpressionParameters.Check(fields, ConditionOnly, Legacy);
        return new DeleteWrite
        {
            TableName = table,
            KeyHolder = ValueReader.ReadMap(fields.Map("Key")!.Value),
            Condition = ReadCondition(fields),
            ReturnItemOnFailure = ReturnsItemOnFailure(fields),
        };
    }

    /// <summary>Reads a check.</summary>
    public static CheckWrite ReadCheck(Fields fields, string table)
    {
        ExpressionParameters.Check(fields, ConditionOnly, []);
        return new CheckWrite
        {
            TableName = table,
            KeyHolder = ValueReader.ReadMap(fields.Map("Key")!.Value),
            Condition = ReadCondition(fields),
            ReturnItemOnFailure = ReturnsItemOnFailure(fields),
        };
    }

    /// <summary>Reads an update.</summary>
    public static UpdateWrite ReadUpdate(Fields fields, string table)
    {
        ExpressionParameters.Check(fields, UpdateExpressions, UpdateLegacy);
        var key = ValueReader.ReadMap(fields.Map("Key")!.Value);
        var legacyUpdate = LegacyUpdates.Read(fields);
        var legacyCondition = LegacyConditions.ReadExpected(fields);
        var inputs = ExpressionInputs.Read(fields);
        var update = UpdateParser.Parse(fields.Text("UpdateExpression"), inputs) ?? legacyUpdate;
        var condition = ConditionParser.Parse("ConditionExpression", fields.Text("ConditionExpression"), inputs) ?? legacyCondition;
        inputs.ThrowIfUnused();
        return new UpdateWrite
        {
            TableName = table,
            KeyHolder = key,
            Update = update,
            Condition = condition,
            ReturnItemOnFailure = ReturnsItemOnFailure(fields),
        };
    }

    private static Condition? ReadCondition(Fields fields)
    {
        var legacy = LegacyConditions.ReadExpected(fields);
        var inputs = ExpressionInputs.Read(fields);
        var condition = ConditionParser.Parse("ConditionExpression", fields.Text("ConditionExpression"), inputs) ?? legacy;
        inputs.ThrowIfUnused();
        return condition;
    }

    private static bool ReturnsItemOnFailure(Fields fields) => fields.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD";
}
