using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>
/// Clients of the AWS SDK whose waits before retries are short: the standard ones turn thousands of faults into minutes.
/// </summary>
internal static class ImpatientRetries
{
    public static IDynamoTransport Sdk(AmazonDynamoDBConfig config) => new ImpatientTransport(config);

    public static IDynamoTransport Bridge(AmazonDynamoDBConfig config) =>
        new BridgeTransport(new ImpatientClient(config), ownsClient: true);

    private static void Shorten(RuntimePipeline pipeline, IClientConfig config) =>
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new StandardRetryPolicy(config) { MaxBackoffInMilliseconds = 5 }));

    private sealed class ImpatientTransport(AmazonDynamoDBConfig config) : SdkTransport(new BasicAWSCredentials("key", "secret"), config)
    {
        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
        {
            base.CustomizeRuntimePipeline(pipeline);
            Shorten(pipeline, Config);
        }
    }

    private sealed class ImpatientClient(AmazonDynamoDBConfig config)
        : AmazonDynamoDBClient(new BasicAWSCredentials("key", "secret"), config)
    {
        protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
        {
            base.CustomizeRuntimePipeline(pipeline);
            Shorten(pipeline, Config);
        }
    }
}
