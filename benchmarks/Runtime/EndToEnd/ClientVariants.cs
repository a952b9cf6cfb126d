using DynamoToolkit.Benchmarks.Checks;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Every client that is measured, in the order of the tables.</summary>
internal static class ClientVariants
{
    /// <summary>The client that the others are compared with.</summary>
    public const string Baseline = "SDK low-level";

    public static async Task<ClientVariant[]> CreateAsync(CannedServerProcess server)
    {
        var lowLevel = new LowLevelClient(server.Uri);
        var bodies = await new ClientChecks(server).CaptureAsync(lowLevel);
        return [new ContextClient(server.Uri), lowLevel, new BareClient(server.Uri, bodies)];
    }
}
