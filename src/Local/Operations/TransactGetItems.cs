using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Operations.Transactions;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations;

/// <summary>TransactGetItems. It is serializable without further effort, because every request reads one snapshot.</summary>
internal static class TransactGetItems
{
    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var capacity = CapacityReport.Read(context.Body, constraints);
        var list = TransactItems.Read(context.Body, constraints, "TransactItems");
        var gets = new List<(string Table, Fields Fields)>();
        var number = 0;
        foreach (var element in list.EnumerateArray())
            gets.Add(ReadConstraints(Fields.StructureOf(element, "TransactGetItem"), ++number, constraints));
        constraints.ThrowIfAny();

        var reads = gets
            .Select(static get => (
                get.Table,
                Key: ValueReader.ReadMap(get.Fields.Map("Key")!.Value),
                Projection: ProjectionReader.Read(get.Fields)))
            .ToList();
        var items = Execute(context, reads, capacity);

        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Responses");
        for (var i = 0; i < items.Count; i++)
        {
            context.Json.WriteStartObject();
            if (items[i] is { } item)
                ValueWriter.WriteMap(context.Json, "Item", reads[i].Projection?.Apply(item) ?? item);
            context.Json.WriteEndObject();
        }

        context.Json.WriteEndArray();
        capacity.WriteAll(context.Json, "ReadCapacityUnits");
        context.Json.WriteEndObject();
    }

    private static (string Table, Fields Fields) ReadConstraints(Fields action, int number, Constraints constraints)
    {
        var path = $"transactItems.{number}.member.get";
        var get = action.Structure("Get");
        constraints.NotNull(path, get is not null);
        if (get is null)
            return ("", default);

        constraints.NotNull($"{path}.key", get.Value.Map("Key") is not null);
        return (TableNames.Read(get.Value, constraints, $"{path}.tableName"), get.Value);
    }

    private static List<MapValue?> Execute(
        OperationContext context, List<(string Table, MapValue Key, Projection? Projection)> reads, CapacityReport capacity)
    {
        var items = new List<MapValue?>();
        var reasons = new List<CancellationReason>();
        var named = new NamedItems();
        var bytes = 0L;
        foreach (var (name, _, _) in reads)
            context.Table(name);
        foreach (var (name, key, projection) in reads)
        {
            var table = context.Table(name);
            try
            {
                KeyRules.CheckKey(table.Schema.Keys, key);
                KeyPaths.CheckScalars(table.Schema, projection);
            }
            catch (DynamoError error) when (!error.IsOfWholeTransaction)
            {
                reasons.Add(CancellationReason.From(error));
                continue;
            }

            var stored = table.KeyOf(key);
            if (!named.Add(name, stored))
                throw TransactItems.MultipleOperations();

            var item = table.Find(stored);
            items.Add(item);
            bytes += item?.ItemSize ?? 0;
            var units = 2 * Units.Read(item?.ItemSize ?? 0, consistent: true);
            capacity.For(name).AddTable(units);
            reasons.Add(CancellationReason.Of(() =>
            {
                context.Faults.ThrowIfInConflict(name);
                context.ChargeRead(table, key, units);
            }));
        }

        TransactionCanceledError.ThrowIfAnyFailed(reasons);
        TransactItems.CheckSize(bytes);
        return items;
    }
}
