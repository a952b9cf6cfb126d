using System.Text;
using TrackingStore.Artifacts;
using TrackingStore.Artifacts.S3;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Server;
using TrackingStore.Tests.Support;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket that does not answer.</summary>
[Collection(S3Collection.Name)]
public sealed class S3OutageTests(RadosGateway s3)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Needs no S3: that is the point.</summary>
    [Fact]
    public async Task DeadBucket_IsA503_AndTheRestOfTheServerWorks()
    {
        using var port = new HeldPort();
        var nobody = new Uri($"http://127.0.0.1:{port.Number}");
        await using var server = await TrackingServer.StartAsync(
            new ServerOptions
            {
                Port = 0,
                ArtifactsDestination = "s3://artifacts/dead",
                S3Endpoint = nobody,
                S3Credentials = RadosGateway.Credentials,
            },
            Ct);
        using var client = new MlflowClient(server.Url);
        var run = await client.CreateRunAsync("0");
        var file = $"/api/2.0/mlflow-artifacts/artifacts/0/{run}/artifacts/a.txt";
        foreach (var (method, path) in ((HttpMethod, string)[])
        [
            (HttpMethod.Put, file),
            (HttpMethod.Get, file),
            (HttpMethod.Delete, file),
            (HttpMethod.Get, $"/api/2.0/mlflow/artifacts/list?run_id={run}"),
            (HttpMethod.Get, $"/get-artifact?run_id={run}&path=a.txt"),
        ])
        {
            using var request = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Put) request.Content = new ByteArrayContent([1]);
            using var response = await client.Http.SendAsync(request, Ct);
            new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct))
                .Is(503, "TEMPORARILY_UNAVAILABLE", "The artifacts cannot be reached");
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
        }

        var page = (await client.SendAsync(HttpMethod.Get, $"/runs/{run}")).Ok().Text;
        Assert.Contains("They cannot be reached at the moment", page, StringComparison.Ordinal);
        Assert.Equal(new Answer(200, "OK"), await client.SendAsync(HttpMethod.Get, "/ready"));
    }

    [Fact]
    public async Task BucketThatComesBack_IsUsedAgain_AndTheLogHasTwoLines()
    {
        await using var way = new Forwarder(s3.Endpoint.Port);
        var log = new LogLines();
        var client = S3Clients.Create(new Uri($"http://127.0.0.1:{way.Port}"), RadosGateway.Credentials);
        using var artifacts = s3.Open(client: client, log: log);
        var path = ArtifactPath.Parse("a");
        for (var i = 0; i < 2 * Circuit.MaxFailures; i++)
        {
            var error = (await Assert.ThrowsAsync<TrackingException>(() => artifacts.ListAsync(path, Ct))).Error;
            Assert.IsType<ArtifactsUnavailable>(error);
        }

        Assert.True(artifacts.IsFailing);
        way.Start();
        await Task.Delay(2 * Circuit.Pause, Ct);
        await artifacts.WriteAsync(path, new MemoryStream(Encoding.UTF8.GetBytes("1")), Ct);
        // Reads and writes fail apart, and nothing was read yet.
        Assert.True(artifacts.IsFailing);
        Assert.Empty(await artifacts.ListAsync(path, Ct));
        Assert.False(artifacts.IsFailing);
        Assert.Collection(
            log.Lines,
            line => Assert.StartsWith("Error The bucket does not work: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Warning The bucket works again", line, StringComparison.Ordinal));
    }
}
