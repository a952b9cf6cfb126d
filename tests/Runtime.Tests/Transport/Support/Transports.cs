using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>Transports and requests for tests: fixed credentials, short or no waits.</summary>
internal static class Transports
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    public static AWSCredentials SdkCredentials { get; } = new BasicAWSCredentials(AccessKey, Secret);

    /// <summary>Settings of the SDK's own clients.</summary>
    public static AmazonDynamoDBConfig SdkConfigFor(Uri address, int attempts = 1) => new()
    {
        ServiceURL = address.ToString(),
        AuthenticationRegion = "eu-west-1",
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = attempts - 1,
    };

    public static HttpTransportOptions OptionsFor(Uri address, TimeProvider? clock = null) => new()
    {
        ServiceEndpoint = address,
        Region = "eu-west-1",
        Credentials = SdkCredentials,
        AttemptTimeout = TimeSpan.FromHours(1),
        BaseDelay = TimeSpan.FromMilliseconds(1),
        TimeProvider = clock ?? TimeProvider.System,
    };

    public static HttpTransport To(FakeService service, Action<HttpTransportOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = OptionsFor(service.Address, clock);
        configure?.Invoke(options);
        return new HttpTransport(options);
    }

    public static DynamoRequest Request(string body = """{"TableName":"t"}""", DynamoOperation operation = DynamoOperation.GetItem) =>
        new(operation, Encoding.UTF8.GetBytes(body), "t");

    /// <summary>Sends a request, and gives the response as text.</summary>
    public static async Task<string> SendAsync(this IDynamoTransport transport, DynamoRequest? request = null)
    {
        using var body = await transport.SendAsync(request ?? Request(), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(body.WrittenSpan);
    }
}
