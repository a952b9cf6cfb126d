using Amazon.Runtime;

namespace DynamoToolkit.Local;

/// <summary>
/// Gives clients of the AWS SDK an HTTP client that calls an engine in process: the setting <see cref="ClientConfig.HttpClientFactory"/> of
/// clients that <see cref="LocalSdkExtensions.CreateAmazonClient"/> does not create, such as that of streams.
/// </summary>
/// <param name="engine">The engine, which has to live as long as the clients.</param>
public sealed class LocalHttpClientFactory(LocalDynamo engine) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new LocalDynamoHandler(engine));
}
