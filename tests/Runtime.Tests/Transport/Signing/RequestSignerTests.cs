using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
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
        Assert.Equal(ExpectedAuthorization(request, credentials.GetCredentials()), request.Headers["Authorization"]);
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
        credentials.Secret = "another";
        clock.Advance(TimeSpan.FromSeconds(2));
        await transport.SendAsync();

        string[] secrets = [Transports.Secret, Transports.Secret, "another"];
        Assert.All(service.Requests.Zip(secrets), static pair => Assert.Equal(
            ExpectedAuthorization(pair.First, new ImmutableCredentials(Transports.AccessKey, pair.Second, null)), pair.First.Headers["Authorization"]));
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

    private static string ExpectedAuthorization(ReceivedRequest request, ImmutableCredentials credentials)
    {
        var signedHeaders = request.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0];
        var canonical = new StringBuilder($"POST\n{CanonicalPath(request)}\n\n");
        foreach (var name in signedHeaders.Split(';'))
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{request.Headers[name]}\n");
        canonical.Append(CultureInfo.InvariantCulture, $"\n{signedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData(request.Body))}");
        var time = DateTime.ParseExact(
            request.Headers["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return AWS4Signer.ComputeSignature(credentials, "eu-west-1", time, "dynamodb", signedHeaders, canonical.ToString()).ForAuthorizationHeader;
    }

    /// <summary>The path as it was on the wire, each segment encoded once more.</summary>
    private static string CanonicalPath(ReceivedRequest request) =>
        string.Join('/', request.StartLine.Split(' ')[1].Split('/').Select(Uri.EscapeDataString));

    private sealed class ChangingCredentials : AWSCredentials
    {
        public string Secret { get; set; } = Transports.Secret;

        public int Asked { get; private set; }

        public override ImmutableCredentials GetCredentials()
        {
            Asked++;
            return new ImmutableCredentials(Transports.AccessKey, Secret, null);
        }
    }
}
