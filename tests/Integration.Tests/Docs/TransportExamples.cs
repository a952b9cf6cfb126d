using Amazon;
using Amazon.DynamoDBv2;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/transport.md</c> run; a test compares them with the page.</summary>
public sealed class TransportExamples(InProcess fixture) : IClassFixture<InProcess>
{
    private readonly DynamoTable<Run> runs = fixture.Database.Runs;
    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public void Transports_AreMade()
    {
        using var existingClient = new AmazonDynamoDBClient("key", "secret", RegionEndpoint.EUWest1);

        // example: transports
        // Over HTTP, without the AWS SDK's pipeline
        using var db = new DynamoClient(new DynamoClientOptions { Region = "eu-west-1", Http = { MaxAttempts = 5 } });

        // Through the AWS SDK's pipeline
        using var viaSdk = new DynamoClient(new SdkTransport(new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.EUWest1 }));

        // Over a client that is there already
        using var viaClient = new DynamoClient(new BridgeTransport(existingClient));
        // end

        // example: telemetry-off
        using var quiet = new DynamoClient(new DynamoClientOptions { Region = "eu-west-1", EnableTelemetry = false });
        // end

        Assert.IsType<HttpTransport>(quiet.Transport);
        Assert.IsType<HttpTransport>(db.Transport);
        Assert.IsType<SdkTransport>(viaSdk.Transport);
        Assert.IsType<BridgeTransport>(viaClient.Transport);
    }

    [Fact]
    public async Task Call_HasItsTime()
    {
        // example: time
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var run = await runs.GetAsync(Run.Key(id), cancellationToken: limit.Token);
        // end

        Assert.Null(run);
    }
}
