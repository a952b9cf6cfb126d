using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>Transports and requests for tests: fixed credentials, short or no waits.</summary>
internal static class Transports
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static AWSCredentials SdkCredentials { get; } = new BasicAWSCredentials(AccessKey, Secret);

    /// <summary>A transport of each kind, which sends a request at most so many times.</summary>
    public static IDynamoTransport Create(
        TransportKind kind, Uri address, int attempts, TimeSpan? timeout = null, ILoggerFactory? log = null) => kind switch
        {
            TransportKind.Http => new HttpTransport(OptionsFor(address, attempts, timeout, log)),
            TransportKind.Sdk => new SdkTransport(SdkCredentials, SdkConfigFor(address, attempts, timeout)) { LoggerFactory = log },
            TransportKind.Bridge => new BridgeTransport(
                new AmazonDynamoDBClient(SdkCredentials, SdkConfigFor(address, attempts, timeout)), ownsClient: true)
            {
                LoggerFactory = log,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Settings of the SDK's own clients.</summary>
    public static AmazonDynamoDBConfig SdkConfigFor(Uri address, int attempts = 1, TimeSpan? timeout = null)
    {
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = address.ToString(),
            AuthenticationRegion = "eu-west-1",
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = attempts - 1,
            MaxStaleConnectionRetries = 0,
        };
        if (timeout is not null)
            config.Timeout = timeout;
        return config;
    }

    public static HttpTransportOptions OptionsFor(Uri address, TimeProvider? clock = null) => new()
    {
        ServiceEndpoint = address,
        Region = "eu-west-1",
        Credentials = SdkCredentials,
        AttemptTimeout = TimeSpan.FromHours(1),
        BaseDelay = TimeSpan.FromMilliseconds(1),
        TimeProvider = clock ?? TimeProvider.System,
    };

    private static HttpTransportOptions OptionsFor(Uri address, int attempts, TimeSpan? timeout, ILoggerFactory? log)
    {
        var options = OptionsFor(address);
        options.MaxAttempts = attempts;
        options.LoggerFactory = log;
        options.AttemptTimeout = timeout ?? options.AttemptTimeout;
        return options;
    }

    public static HttpTransport To(FakeService service, Action<HttpTransportOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = OptionsFor(service.Address, clock);
        configure?.Invoke(options);
        return new HttpTransport(options);
    }

    public static DynamoRequest Request(string body = """{"TableName":"t"}""", DynamoOperation operation = DynamoOperation.GetItem) =>
        new(operation, Encoding.UTF8.GetBytes(body), "t") { ReturnsConsumedCapacity = true };

    /// <summary>Sends a request, and gives the response as text.</summary>
    public static async Task<string> SendAsync(this IDynamoTransport transport, DynamoRequest? request = null)
    {
        using var body = await transport.SendAsync(request ?? Request(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }
}
