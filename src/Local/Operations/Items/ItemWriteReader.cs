using DynamoToolkit.Local.Expressions.Conditions;
using DynamoToolkit.Local.Expressions.Parsing;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>Reads writes of single items, which look the same in their own operations, in batches and in transactions.</summary>
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
        var item = ValueReader.ReadItem(fields.Map("Item")!.Value);
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
    public static KeyWrite ReadDelete(Fields fields, string table) => ReadKeyWrite(fields, table, Legacy, deletes: true);

    /// <summary>Reads a transaction's condition check.</summary>
    public static KeyWrite ReadCheck(Fields fields, string table) => ReadKeyWrite(fields, table, [], deletes: false);

    /// <summary>Reads an update.</summary>
    public static UpdateWrite ReadUpdate(Fields fields, string table)
    {
        ExpressionParameters.Check(fields, UpdateExpressions, UpdateLegacy);
        var key = ValueReader.ReadMap(fields.Map("Key")!.Value);
        var legacyUpdate = LegacyUpdates.Read(fields);
        var legacyCondition = LegacyConditions.ReadExpected(fields);
        var inputs = ExpressionInputsReader.Read(fields);
        var update = UpdateParser.Parse(fields.Text("UpdateExpression"), inputs) ?? legacyUpdate;
        var condition = ParseCondition(fields, inputs) ?? legacyCondition;
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

    /// <summary>Whether a failed condition returns the current item.</summary>
    public static bool ReturnsItemOnFailure(Fields fields) => fields.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD";

    private static KeyWrite ReadKeyWrite(Fields fields, string table, string[] legacy, bool deletes)
    {
        ExpressionParameters.Check(fields, ConditionOnly, legacy);
        return new KeyWrite
        {
            TableName = table,
            KeyHolder = ValueReader.ReadMap(fields.Map("Key")!.Value),
            Condition = ReadCondition(fields),
            ReturnItemOnFailure = ReturnsItemOnFailure(fields),
            Deletes = deletes,
        };
    }

    private static Condition? ReadCondition(Fields fields)
    {
        var legacy = LegacyConditions.ReadExpected(fields);
        var inputs = ExpressionInputsReader.Read(fields);
        var condition = ParseCondition(fields, inputs) ?? legacy;
        inputs.ThrowIfUnused();
        return condition;
    }

    private static Condition? ParseCondition(Fields fields, ExpressionInputs inputs) =>
        ConditionParser.Parse("ConditionExpression", fields.Text("ConditionExpression"), inputs);
}
