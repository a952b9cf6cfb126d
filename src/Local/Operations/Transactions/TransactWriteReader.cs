using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Items;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>Reads the actions of a transaction that writes.</summary>
internal static class TransactWriteReader
{
    private static readonly string[] Kinds = ["ConditionCheck", "Put", "Delete", "Update"];

    /// <summary>Reads all actions.</summary>
    public static List<ItemWrite> Read(JsonElement list)
    {
        var actions = new List<(string Kind, Fields Fields, string Table)>();
        var constraints = new Constraints();
        var number = 0;
        foreach (var element in list.EnumerateArray())
            actions.Add(ReadConstraints(Fields.StructureOf(element, "TransactWriteItem"), ++number, constraints));
        constraints.ThrowIfAny();
        return [.. actions.Select(static action => Read(action.Kind, action.Fields, action.Table))];
    }

    private static (string Kind, Fields Fields, string Table) ReadConstraints(Fields action, int number, Constraints constraints)
    {
        var kinds = Array.FindAll(Kinds, action.Has);
        if (kinds.Length != 1)
            throw DynamoError.Validation("TransactItems can only contain one of Check, Put, Update or Delete");

        var kind = kinds[0];
        var path = $"transactItems.{number}.member.{Constraints.PathOf(kind)}";
        var fields = action.Structure(kind)!.Value;
        var table = TableNames.Read(fields, constraints, $"{path}.tableName");
        var subject = kind == "Put" ? "Item" : "Key";
        constraints.NotNull($"{path}.{Constraints.PathOf(subject)}", fields.Map(subject) is not null);
        if (kind == "ConditionCheck")
            constraints.NotNull($"{path}.conditionExpression", fields.Has("ConditionExpression"));
        if (kind == "Update")
            constraints.NotNull($"{path}.updateExpression", fields.Has("UpdateExpression"));
        var onFailure = fields.Text("ReturnValuesOnConditionCheckFailure");
        constraints.OneOf($"{path}.returnValuesOnConditionCheckFailure", onFailure, Words.ReturnOnFailure);
        return (kind, fields, table);
    }

    private static ItemWrite Read(string kind, Fields fields, string table) => kind switch
    {
        "Put" => ItemWriteReader.ReadPut(fields, table),
        "Delete" => ItemWriteReader.ReadDelete(fields, table),
        "Update" => ItemWriteReader.ReadUpdate(fields, table),
        _ => ItemWriteReader.ReadCheck(fields, table),
    };
}
