using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>An engine with a folder, which is closed and opened again all the time.</summary>
internal sealed class ReopenedEndpoint : IEndpoint
{
    private const int CallsUntilReopened = 40;
    private readonly TemporaryFolder folder = new();
    private EngineEndpoint engine;
    private int calls;

    public ReopenedEndpoint() => engine = Open();

    public async Task<Answer> CallAsync(Request request)
    {
        if (++calls % CallsUntilReopened == 0)
        {
            await engine.DisposeAsync();
            engine = Open();
        }

        return await engine.CallAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    private EngineEndpoint Open() =>
        new(LocalDynamo.Open(folder.Path, new LocalDynamoOptions { FlushToDisk = false, CompactionThreshold = 50_000 }));
}
