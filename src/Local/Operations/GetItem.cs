using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Requests.Legacy;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>GetItem.</summary>
internal static class GetItem
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var tableName = TableNames.Read(context.Body, constraints);
        constraints.NotNull("key", context.Body.Map("Key") is not null);
        AttributesToGet.Check(context.Body, constraints, "attributesToGet");
        constraints.ThrowIfAny();

        var projection = ProjectionReader.Read(context.Body);
        var key = ValueReader.ReadMap(context.Body.Map("Key")!.Value);
        var consistent = context.Body.IsSet("ConsistentRead");
        var table = context.Table(tableName);
        KeyRules.CheckKey(table.Schema.Keys, key);
        KeyPaths.CheckScalars(table.Schema, projection);

        var item = table.Find(table.KeyOf(key));
        var units = Units.Read(item?.ItemSize ?? 0, consistent);
        context.ChargeRead(table, key, units);
        capacity.For(tableName).AddTable(units);

        context.Json.WriteStartObject();
        if (item is not null)
            ValueWriter.WriteMap(context.Json, "Item", projection?.Apply(item) ?? item);
        capacity.WriteOne(context.Json);
        context.Json.WriteEndObject();
    }
}
