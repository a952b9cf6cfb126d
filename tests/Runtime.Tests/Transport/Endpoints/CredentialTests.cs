using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Runtime.Tests.Transport.Support;

namespace DynamoToolkit.Runtime.Tests.Transport.Endpoints;

public sealed class CredentialTests
{
    [Theory]
    [InlineData("ExpiredTokenException", "KEY2")]
    [InlineData("UnrecognizedClientException", "KEY2")]
    [InlineData("AccessDeniedException", "KEY1")]
    public async Task SendAsync_CredentialsThatTheServiceRefuses_AreAskedForAgainBeforeTheNextRequest(string error, string expected)
    {
        // No time passes on this clock, so that credentials are not asked for again because of their age.
        var clock = new TestClock();
        await using var service = new FakeService(Reply.Error(error), Reply.Ok());
        using var transport = Transports.To(service, static options => options.Credentials = new NumberedCredentials(), clock);

        var exception = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => transport.SendAsync());
        await transport.SendAsync();

        Assert.Equal(error, exception.ErrorCode);
        Assert.Equal(
            ["KEY1", expected], service.Requests.Select(static r => r.Headers["Authorization"].Split("Credential=")[1].Split('/')[0]));
    }

    [Fact]
    public async Task SendAsync_Credentials_AreAskedForAgainAfterASecond()
    {
        var clock = new TestClock();
        await using var service = new FakeService(Reply.Ok());
        using var transport = Transports.To(service, static options => options.Credentials = new NumberedCredentials(), clock);

        await transport.SendAsync();
        clock.Advance(TimeSpan.FromSeconds(0.9));
        await transport.SendAsync();
        clock.Advance(TimeSpan.FromSeconds(0.2));
        await transport.SendAsync();

        Assert.Equal(
            ["KEY1", "KEY1", "KEY2"],
            service.Requests.Select(static r => r.Headers["Authorization"].Split("Credential=")[1].Split('/')[0]));
    }

    /// <summary>Gives others each time.</summary>
    private sealed class NumberedCredentials : AWSCredentials
    {
        private int given;

        public override ImmutableCredentials GetCredentials() => new($"KEY{++given}", "secret", "token");
    }
}
