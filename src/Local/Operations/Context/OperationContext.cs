using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Faults;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Context;

/// <summary>One request while an operation answers it: its members, the data to work on, and the response.</summary>
internal sealed class OperationContext(
    Store store, HeatMeter? heat, RequestFaults faults, TimeProvider time, Fields body, Utf8JsonWriter json)
{
    /// <summary>The request's members.</summary>
    public Fields Body { get; } = body;

    /// <summary>The response. An operation writes nothing until everything that can fail is done.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>The current time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What measures the request and may refuse it; null for nothing.</summary>
    public HeatMeter? Heat { get; } = heat;

    /// <summary>The faults that strike single items.</summary>
    public RequestFaults Faults { get; } = faults;

    /// <summary>All tables, as of the request's first look at them.</summary>
    public Catalog Catalog => field ??= store.Current;

    /// <summary>Completes when the request's changes will survive the process.</summary>
    public Task Durable { get; private set; } = Task.CompletedTask;

    /// <summary>The table with this name, for an operation on items.</summary>
    /// <exception cref="DynamoError">The table does not exist.</exception>
    public Table Table(string name) => Catalog.Table(name);

    /// <summary>Charges the read of an item.</summary>
    /// <exception cref="DynamoError">The read is throttled.</exception>
    public void ChargeRead(Table table, MapValue key, double units) =>
        Heat?.Read(table.Schema, UnitCharge.OnTable(table.Schema, table.KeyOf(key), key, units));

    /// <summary>Builds the indexes that a table gets by a change of its schema (<see cref="Store.Build"/>).</summary>
    public IndexBuild? BuildIndexes(string table, Func<TableSchema, TableSchema> change) => store.Build(table, change);

    /// <summary>Makes changes, all or none.</summary>
    public void Write(Action<WriteBatch> write) => Durable = store.Write(write);
}
