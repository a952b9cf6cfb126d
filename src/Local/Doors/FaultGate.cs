using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Faults;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>Lets the faults that strike whole requests happen before and after the dispatcher.</summary>
internal sealed class FaultGate(Dispatcher dispatcher, FaultPlan plan, TimeProvider time)
{
    private static readonly string[] Reads = ["GetItem", "BatchGetItem", "TransactGetItems", "Query", "Scan", "SearchVectors"];

    /// <summary>Answers a request, unless a fault strikes it.</summary>
    /// <exception cref="DroppedConnectionException">A fault drops the connection.</exception>
    public async ValueTask<LocalResponse> ExecuteAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var tables = RequestTables.Of(body);
        if (plan.Strike(FaultKind.Latency, operation, tables) is { } latency)
            await Task.Delay(latency.Delay, time, cancellationToken).ConfigureAwait(false);
        if (plan.Strike(FaultKind.RefusedConnection, operation, tables) is not null)
            throw new DroppedConnectionException("An injected fault refused the connection.");
        if (plan.Strike(FaultKind.Throttle, operation, tables) is not null)
            return Refuse(ThrottledError.Injected(isWrite: !Reads.Contains(operation), tables.FirstOrDefault() ?? ""));
        if (plan.Strike(FaultKind.InternalError, operation, tables) is not null)
            return Refuse(DynamoError.InternalServer("An injected fault."));

        var response = await dispatcher.ExecuteAsync(operation, body, cancellationToken).ConfigureAwait(false);
        if (plan.Strike(FaultKind.LostAnswer, operation, tables) is null)
            return response;

        response.Body.Dispose();
        throw new DroppedConnectionException("An injected fault dropped the connection before the answer.");
    }

    private static LocalResponse Refuse(DynamoError error)
    {
        var buffer = WireBuffer.Rent();
        ErrorWriter.Write(buffer, error);
        return new LocalResponse(error.Status, buffer);
    }
}
