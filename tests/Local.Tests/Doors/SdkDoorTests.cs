using System.Net;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Doors;

/// <summary>The AWS SDK without a socket. Most tests of the engine go through this door as well.</summary>
public sealed class SdkDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Dictionary<string, AttributeValue> Key => new() { ["p"] = new AttributeValue("a") };

    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.RefusedConnection)]
    [InlineData(FaultKind.InternalError)]
    [InlineData(FaultKind.Throttle)]
    public async Task Client_SendsAgainAfterAFault(FaultKind kind)
    {
        using var engine = await Engine.WithTableAsync();
        using var client = engine.CreateAmazonClient();
        engine.Faults.Inject(new LocalFault(kind) { Count = 1 });
        await client.PutItemAsync("tab", Key, Ct);
        Assert.Equal("a", (await client.GetItemAsync("tab", Key, Ct)).Item["p"].S);
    }

    [Fact]
    public async Task Client_WithoutRetries_SeesThatTheConnectionEnded()
    {
        using var engine = await Engine.WithTableAsync();
        using var client = engine.CreateAmazonClient(static config => config.MaxErrorRetry = 0);
        engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Count = 1 });
        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.PutItemAsync("tab", Key, Ct));
        Assert.IsType<DroppedConnectionException>(error.GetBaseException());
    }

    [Fact]
    public async Task Client_NeverLeavesTheProcess()
    {
        using var engine = await Engine.WithTableAsync();
        using var client = engine.CreateAmazonClient(static config =>
        {
            config.ServiceURL = "http://192.0.2.1";
            config.RegionEndpoint = Amazon.RegionEndpoint.EUWest1;
        });
        Assert.Equal(["tab"], (await client.ListTablesAsync(Ct)).TableNames);
    }

    [Fact]
    public async Task Engine_OutlivesItsClients()
    {
        using var engine = await Engine.WithTableAsync();
        using (var first = engine.CreateAmazonClient())
            await first.PutItemAsync("tab", Key, Ct);
        using var second = engine.CreateAmazonClient();
        Assert.True((await second.GetItemAsync("tab", Key, Ct)).IsItemSet);
    }

    [Theory]
    [InlineData("DynamoDB_20120810.Nonsense", 400)]
    [InlineData("DynamoDB_20120810.ListStreams", 400)]
    [InlineData("DynamoDBStreams_20120810.ListTables", 400)]
    [InlineData("GetItem", 400)]
    [InlineData("", 400)]
    [InlineData("DynamoDB_20120810.ListTables", 200)]
    [InlineData("DynamoDBStreams_20120810.ListStreams", 200)]
    public async Task Handler_AnswersEveryTarget(string target, int status)
    {
        using var engine = LocalDynamo.InMemory();
        using var client = new HttpClient(new LocalDynamoHandler(engine));
        using var request = Request(target, "{}");
        using var response = await client.SendAsync(request, Ct);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 400, (await response.Content.ReadAsStringAsync(Ct)).Contains("UnknownOperation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handler_RefusesWhatTheServiceRefuses()
    {
        using var engine = LocalDynamo.InMemory();
        using var client = new HttpClient(new LocalDynamoHandler(engine));
        using var get = await client.GetAsync(new Uri("http://any/"), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, get.StatusCode);
        using var request = Request("DynamoDB_20120810.ListTables", new string(' ', LocalDynamo.MaxRequestBytes + 1));
        using var response = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static HttpRequestMessage Request(string target, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "http://any/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        return request;
    }
}
