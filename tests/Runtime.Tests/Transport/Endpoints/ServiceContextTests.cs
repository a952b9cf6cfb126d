using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Endpoints;

namespace DynamoToolkit.Runtime.Tests.Transport.Endpoints;

public sealed class ServiceContextTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "https://dynamodb.eu-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://dynamodb.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://dynamodb-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", false, true, "https://dynamodb.us-east-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://dynamodb.cn-north-1.amazonaws.com.cn/")]
    public void TargetFor_Region_IsTheServicesOwnEndpoint(string region, bool fips, bool dualStack, string expected)
    {
        using var context = ServiceContext.Create(
            new() { Region = region, UseFips = fips, UseDualStack = dualStack, Credentials = Credentials });

        Assert.Equal(expected, context.TargetFor(new ImmutableCredentials("a", "s", null)).Address.ToString());
        Assert.Equal(region, context.Signer.Region);

        // The rules of the streams' API put "streams." before the same host, or "streams-" before one of dual stack.
        var account = new ImmutableCredentials("a", "s", null, "123456789012");
        Assert.Equal(
            expected.Replace("https://", dualStack ? "https://streams-" : "https://streams.", StringComparison.Ordinal),
            context.TargetFor(DynamoOperation.GetRecords, account).Address.ToString());
    }

    [Theory]
    [InlineData("http://dynamodb:8000/", null, "http://dynamodb:8000/")]
    [InlineData("http://dynamodb:8000/", "http://streams:9000/", "http://streams:9000/")]
    [InlineData(null, "http://streams:9000/", "http://streams:9000/")]
    public void TargetFor_Streams_IsTheGivenEndpoint(string? service, string? streams, string expected)
    {
        using var context = ServiceContext.Create(new()
        {
            Region = "eu-west-1",
            Credentials = Credentials,
            ServiceEndpoint = service is null ? null : new Uri(service),
            StreamsEndpoint = streams is null ? null : new Uri(streams),
        });

        Assert.Equal(
            expected, context.TargetFor(DynamoOperation.ListStreams, new ImmutableCredentials("a", "s", null)).Address.ToString());
    }

    [Theory]
    [InlineData("https://dynamodb.eu-west-1.amazonaws.com/", "https://streams.dynamodb.eu-west-1.amazonaws.com/")]
    [InlineData("https://123456789012.ddb.eu-west-1.amazonaws.com/", "https://streams.dynamodb.eu-west-1.amazonaws.com/")]
    [InlineData("https://streams.dynamodb.eu-west-1.amazonaws.com/", "https://streams.dynamodb.eu-west-1.amazonaws.com/")]
    public void StreamsEndpoint_OfATableEndpoint(string tables, string expected) =>
        Assert.Equal(expected, StreamsEndpoint.Of(new Uri(tables)).ToString());

    [Fact]
    public void TargetFor_Account_IsTheAccountsEndpointAndIsKept()
    {
        using var context = ServiceContext.Create(new() { Region = "eu-west-1", Credentials = Credentials });
        var credentials = new ImmutableCredentials("a", "s", null, "123456789012");

        var target = context.TargetFor(credentials);

        Assert.Equal("https://123456789012.ddb.eu-west-1.amazonaws.com/", target.Address.ToString());
        Assert.Same(target, context.TargetFor(credentials));
        Assert.NotSame(target, context.TargetFor(new ImmutableCredentials("a", "s", null, "210987654321")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000", "127.0.0.1:8000", "/")]
    [InlineData("http://localhost", "localhost", "/")]
    [InlineData("https://host:443/", "host", "/")]
    [InlineData("http://[::1]:8000", "[::1]:8000", "/")]
    [InlineData("http://host/a%20b/", "host", "/a%2520b/")]
    public void ServiceTarget_Address_GivesHostAndPathForTheSignature(string address, string host, string path)
    {
        var target = new ServiceTarget(new Uri(address));

        Assert.Equal(host, target.Host);
        Assert.Equal(path, target.CanonicalPath);
    }

    [Fact]
    public async Task Create_LoopbackWithoutAnySettings_SignsWithPlaceholders()
    {
        Assert.SkipWhen(HasSettings(), "This machine has AWS settings of its own.");
        using var context = ServiceContext.Create(new() { ServiceEndpoint = new Uri("http://127.0.0.1:8000") });

        var credentials = await context.Credentials.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal("local", credentials.AccessKey);
        Assert.Equal("us-east-1", context.Signer.Region);
    }

    [Theory]
    [InlineData("team", "ap-south-1")]
    [InlineData("bare", null)]
    [InlineData("nobody", null)]
    [InlineData(null, null)]
    public async Task RegionOfProfile_Profile_IsTheOneInItsFile(string? profile, string? expected)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        const string Keys = "aws_access_key_id=KEY\naws_secret_access_key=secret\n";
        await File.WriteAllTextAsync(file, $"[team]\n{Keys}region=ap-south-1\n[bare]\n{Keys}", TestContext.Current.CancellationToken);

        var region = ServiceContext.RegionOfProfile(profile, file);
        File.Delete(file);

        Assert.Equal(expected, region);
    }

    [Fact]
    public async Task GetAsync_CredentialsThatHang_CanBeCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var source = new CredentialSource(new HangingCredentials(cancellation), new AmazonDynamoDBConfig(), TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await source.GetAsync(cancellation.Token));
    }

    private static AWSCredentials Credentials { get; } = new BasicAWSCredentials("a", "s");

    private static bool HasSettings() =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is not null
        || Environment.GetEnvironmentVariable("AWS_REGION") is not null
        || Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") is not null
        || Directory.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws"));

    private sealed class HangingCredentials(CancellationTokenSource cancellation) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync()
        {
            cancellation.Cancel();
            return new TaskCompletionSource<ImmutableCredentials>().Task;
        }
    }
}
