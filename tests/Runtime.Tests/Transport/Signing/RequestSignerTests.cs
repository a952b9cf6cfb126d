using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Signing;

/// <summary>Each signature is compared with the one that the AWS SDK's own signer makes of what arrived on the wire.</summary>
public sealed class RequestSignerTests
{
    [Theory]
    [InlineData(null, "/")]
    [InlineData("IQoJb3JpZ2luX2VjEOb//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+/=", "/")]
    [InlineData(null, "/a path/to%2Fit/é")]
    public async Task Sign_AnyRequest_IsTheSdksSignature(string? token, string path)
    {
        AWSCredentials credentials = token is null
            ? new BasicAWSCredentials(Transports.AccessKey, Transports.Secret)
            : new SessionAWSCredentials(Transports.AccessKey, Transports.Secret, token);
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, options =>
        {
            options.Credentials = credentials;
            options.ServiceEndpoint = new Uri(service.Address, path);
        });

        await transport.SendAsync(Transports.Request("""{"TableName":"ünï"}"""));

        var request = Assert.Single(service.Requests);
        Assert.Equal(token, request.Headers.GetValueOrDefault("X-Amz-Security-Token"));
        Assert.Equal(SdkSignature.Of(request, credentials.GetCredentials()), request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Sign_AnotherDayOrSecret_UsesAnotherKey()
    {
        var clock = new TestClock();
        var credentials = new ChangingCredentials();
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, options => options.Credentials = credentials, clock);

        await transport.SendAsync();
        clock.Advance(TimeSpan.FromDays(1));
        await transport.SendAsync();
        credentials.Identity = new ImmutableCredentials(Transports.AccessKey, "another", null);
        clock.Advance(TimeSpan.FromSeconds(2));
        await transport.SendAsync();

        string[] secrets = [Transports.Secret, Transports.Secret, "another"];
        Assert.All(service.Requests.Zip(secrets), static pair => Assert.Equal(
            SdkSignature.Of(pair.First, new ImmutableCredentials(Transports.AccessKey, pair.Second, null)),
            pair.First.Headers["Authorization"]));
    }

    [Fact]
    public async Task Sign_CredentialsThatDifferInOnePart_AreNotMistakenForEachOther()
    {
        ImmutableCredentials[] identities =
        [
            new("KEY1", "secret", null),
            new("KEY2", "secret", null),
            new("KEY2", "secret", "token"),
            new("KEY2", "secret", "another token"),
            new("KEY2", "another", "another token"),
            new("KEY2", "another", null),
        ];
        var clock = new TestClock();
        var credentials = new ChangingCredentials();
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, options => options.Credentials = credentials, clock);

        foreach (var identity in identities)
        {
            credentials.Identity = identity;
            clock.Advance(TimeSpan.FromSeconds(2));
            await transport.SendAsync();
        }

        Assert.All(service.Requests.Zip(identities), static pair =>
        {
            Assert.Equal(pair.Second.UseToken ? pair.Second.Token : null, pair.First.Headers.GetValueOrDefault("X-Amz-Security-Token"));
            Assert.Equal(SdkSignature.Of(pair.First, pair.Second), pair.First.Headers["Authorization"]);
        });
    }

    [Fact]
    public async Task Sign_TransportsOfDifferentRegionsInTurns_EachUsesItsOwnKey()
    {
        string[] regions = ["eu-west-1", "us-east-1"];
        await using var service = new FakeService(Reply.Ok());
        var transports = Array.ConvertAll(regions, region => Transports.To(service, options => options.Region = region));

        for (var i = 0; i < 6; i++)
            await transports[i % 2].SendAsync();

        var identity = Transports.SdkCredentials.GetCredentials();
        Assert.All(
            service.Requests,
            (request, i) => Assert.Equal(SdkSignature.Of(request, identity, regions[i % 2]), request.Headers["Authorization"]));
        foreach (var transport in transports)
            transport.Dispose();
    }

    [Fact]
    public async Task Sign_ManyRequests_AsksForCredentialsOnceASecond()
    {
        var clock = new TestClock();
        var credentials = new ChangingCredentials();
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, options => options.Credentials = credentials, clock);

        for (var i = 0; i < 5; i++)
            await transport.SendAsync();
        Assert.Equal(1, credentials.Asked);

        clock.Advance(TimeSpan.FromSeconds(1));
        await transport.SendAsync();
        Assert.Equal(2, credentials.Asked);
    }

    private sealed class ChangingCredentials : AWSCredentials
    {
        public ImmutableCredentials Identity { get; set; } = new(Transports.AccessKey, Transports.Secret, null);

        public int Asked { get; private set; }

        public override ImmutableCredentials GetCredentials()
        {
            Asked++;
            return Identity.Copy();
        }
    }
}
