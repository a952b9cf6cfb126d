using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations;

/// <summary>One request on its way through an operation: what came in, what it works on, where the answer goes.</summary>
internal sealed class OperationContext(Store store, LocalDynamoOptions options, Fields body, Utf8JsonWriter json)
{
    /// <summary>The request's members.</summary>
    public Fields Body { get; } = body;

    /// <summary>The answer. Nothing may be written before the last thing that can fail.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>The engine's options.</summary>
    public LocalDynamoOptions Options { get; } = options;

    /// <summary>The time.</summary>
    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>All tables as of when the request began to look.</summary>
    public Catalog Catalog => field ??= store.Current;

    /// <summary>Ends when the request's changes will survive the process.</summary>
    public Task Durable { get; private set; } = Task.CompletedTask;

    /// <summary>The table of that name.</summary>
    /// <exception cref="DynamoError">There is none.</exception>
    public Table Table(string name) => Catalog.Tables.GetValueOrDefault(name) ?? throw DynamoError.ResourceNotFound();

    /// <summary>Makes changes, all or none.</summary>
    public void Write(Action<WriteBatch> write) => Durable = store.Write(write);
}
