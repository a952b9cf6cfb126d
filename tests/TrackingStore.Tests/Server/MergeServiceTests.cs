using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>The merging of a server in the background.</summary>
public sealed class MergeServiceTests
{
    /// <summary>Three points are too few to bring a run to its merge, so only its end does.</summary>
    [Fact]
    public async Task RunThatEnds_IsMerged_EachTime()
    {
        await using var server = await EndpointServer.StartAsync();
        var run = await server.Client.CreateRunAsync();
        for (var step = 0; step < 6; step++)
        {
            (await server.Client.PostAsync("runs/log-metric", new { run_id = run, key = "m", value = step, timestamp = step, step })).Ok();
            if (step % 3 < 2) continue;
            (await server.Client.PostAsync("runs/update", new { run_id = run, status = "FINISHED" })).Ok();
            await Eventually.IsSoAsync(
                async () => await server.Engine.BytesAsync("RUN#" + run, "PACK#") == 0, $"the points until step {step} are merged");
        }

        Assert.InRange(await server.Engine.BytesAsync("RUN#" + run, "SERIES#"), 1, 1000);
    }
}
