using System.Text.Json.Nodes;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>An engine of this process.</summary>
internal sealed class EngineEndpoint(LocalDynamo engine) : IEndpoint
{
    public async Task<Answer> CallAsync(Request request)
    {
        var (status, body) = await engine.CallAsync(request.Operation, request.Body.ToJsonString());
        return new Answer(status, JsonObject.Create(body) ?? []);
    }

    public ValueTask DisposeAsync()
    {
        engine.Dispose();
        return ValueTask.CompletedTask;
    }
}
