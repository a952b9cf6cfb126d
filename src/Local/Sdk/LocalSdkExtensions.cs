using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace DynamoToolkit.Local;

/// <summary>Clients of the AWS SDK that call an engine in process, without a socket.</summary>
public static class LocalSdkExtensions
{
    private const string Address = "http://dynamodb.local";
    private const string Region = "us-east-1";

    /// <summary>
    /// Creates a client of the AWS SDK, for code that takes an <see cref="IAmazonDynamoDB"/>. The SDK does all that it does over a
    /// network: it serializes, signs and retries.
    /// </summary>
    /// <param name="engine">The engine, which has to live as long as the client.</param>
    /// <param name="configure">
    /// Changes the SDK's settings, such as <see cref="ClientConfig.MaxErrorRetry"/>. Addresses, regions and proxies have no effect.
    /// </param>
    /// <returns>The client. The caller disposes it; that does not dispose the engine.</returns>
    public static AmazonDynamoDBClient CreateAmazonClient(this LocalDynamo engine, Action<AmazonDynamoDBConfig>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var config = new AmazonDynamoDBConfig();
        configure?.Invoke(config);

        // After the caller's settings, so that no request leaves the process.
        config.ServiceURL = Address;
        config.AuthenticationRegion = Region;
        config.HttpClientFactory = new LocalHttpClientFactory(engine);
        return new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
    }
}
