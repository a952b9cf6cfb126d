using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Faults;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Direct;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>Where all doors lead: parses a request, runs its operation, writes the response, and waits until it may be sent.</summary>
internal sealed class Dispatcher(Store store, HeatMeter? heat, FaultPlan faults, TimeProvider time)
{
    /// <summary>The maximum size of a request body.</summary>
    public const int MaxRequestBytes = 16 * 1024 * 1024;

    /// <summary>Answers a request. Every body gets a response; the operation's errors do not become exceptions.</summary>
    public async ValueTask<LocalResponse> ExecuteAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var buffer = WireBuffer.Rent();
        var status = Execute(operation, body, buffer, out var durable);
        if (!durable.IsCompletedSuccessfully)
            status = await SettleAsync(durable, buffer, status, cancellationToken).ConfigureAwait(false);
        return new LocalResponse(status, buffer);
    }

    /// <summary>Answers a request that reads, and needs to wait for nothing.</summary>
    public WireBuffer Answer(string operation, ReadOnlyMemory<byte> body)
    {
        var buffer = WireBuffer.Rent();
        Execute(operation, body, buffer, out _);
        return buffer;
    }

    private int Execute(string name, ReadOnlyMemory<byte> body, WireBuffer buffer, out Task durable)
    {
        durable = Task.CompletedTask;
        try
        {
            var operation = OperationTable.Find(name) ?? throw DynamoError.UnknownOperation();
            if (body.Length > MaxRequestBytes)
                throw DynamoError.Validation($"Request size exceeded the maximum of {MaxRequestBytes} bytes");

            if (heat is null && faults.IsEmpty && TryRunDirectly(name, body, buffer, ref durable))
                return 200;

            using var document = RequestBody.Parse(body);
            using var json = JsonWriters.Create(buffer);
            var context = new OperationContext(
                store, heat, new RequestFaults(faults, name), time, new Fields(document.RootElement), json);
            operation(context);
            durable = context.Durable;
            return 200;
        }
        catch (DynamoError error)
        {
            ErrorWriter.Write(buffer, error);
            return error.Status;
        }
    }

    private bool TryRunDirectly(string name, ReadOnlyMemory<byte> body, WireBuffer buffer, ref Task durable)
    {
        if (name == "GetItem")
            return DirectGet.TryRun(store, body, buffer);
        if (name == "BatchGetItem")
            return DirectBatchGet.TryRun(store, body, buffer);
        if (name != "PutItem" || DirectPut.TryRun(store, body, buffer) is not { } kept)
            return false;

        durable = kept;
        return true;
    }

    // A write that cannot be kept is undone.
    private static async Task<int> SettleAsync(Task durable, WireBuffer buffer, int status, CancellationToken cancellationToken)
    {
        try
        {
            await durable.WaitAsync(cancellationToken).ConfigureAwait(false);
            return status;
        }
        catch (OperationCanceledException)
        {
            buffer.Dispose();
            throw;
        }
        catch (IOException exception)
        {
            var error = DynamoError.NotKept(exception);
            ErrorWriter.Write(buffer, error);
            return error.Status;
        }
    }
}
